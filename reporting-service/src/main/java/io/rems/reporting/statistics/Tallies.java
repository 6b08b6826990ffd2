package io.rems.reporting.statistics;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** How many there are of everything, counted as events arrive. */
public interface Tallies {

    /** Counts the event's subject as one of {@code measure} from now on, and as nothing else. */
    Mono<Void> count(ReceivedEvent event, int step, String measure);

    /** Counts it as nothing any more. */
    Mono<Void> discount(ReceivedEvent event, int step);
}
