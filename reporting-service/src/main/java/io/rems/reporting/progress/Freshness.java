package io.rems.reporting.progress;

import io.rems.platform.events.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The time of the newest event that a firm's read models show. */
public interface Freshness {

    /** To be called first, for all events of a transaction: it also makes the projections of a firm wait for one another. */
    Mono<Void> advance(List<ReceivedEvent> events);

    /** None until the first event of the firm. */
    Mono<Optional<Instant>> asOf();
}
