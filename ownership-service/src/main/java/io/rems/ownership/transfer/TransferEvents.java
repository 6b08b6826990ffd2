package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.TransferEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where what happened to a transfer goes, so that other services learn of it. */
public interface TransferEvents {

    /** @param version of the transfer after the events */
    Mono<Void> append(long version, List<TransferEvent> events);
}
