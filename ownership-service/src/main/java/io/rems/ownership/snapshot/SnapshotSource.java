package io.rems.ownership.snapshot;

import io.rems.platform.events.Message;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * A feature's part of a snapshot. It locks nothing: what is told of a thing and its version are read by one statement, so
 * that a consumer who has heard of a later change keeps that.
 */
public interface SnapshotSource {

    Part part();

    /** How many there are now. */
    Mono<Long> count();

    /**
     * The next ones in the order of their ids, each as it is now; empty at the end.
     *
     * @return the subjects of all messages are such ids
     */
    Mono<List<Message>> after(UUID id, int most);
}
