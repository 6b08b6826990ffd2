package io.rems.reporting.statistics;

import io.rems.platform.events.ReceivedEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** How many there are of everything, counted as events arrive. */
public interface Tallies {

    /** Counts the event's subject as one of {@code measure} from now on, and as nothing else. */
    Mono<Void> count(ReceivedEvent event, int step, String measure);

    /** The same for many, which are counted as the same. */
    Mono<Void> count(List<ReceivedEvent> events, int step, String measure);

    /** Counts it as nothing any more. */
    Mono<Void> discount(ReceivedEvent event, int step);
}
