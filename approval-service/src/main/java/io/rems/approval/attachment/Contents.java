package io.rems.approval.attachment;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the bytes of attachments are. */
interface Contents {

    /** Together with the transaction of the caller, or not at all. */
    Mono<Void> put(UUID attachment, Received file);

    /** In parts, each fetched when the one before has been taken. */
    Flux<byte[]> get(UUID attachment, long size);
}
