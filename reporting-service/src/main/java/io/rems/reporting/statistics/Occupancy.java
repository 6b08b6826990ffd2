package io.rems.reporting.statistics;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** How many units are occupied on each day. */
public interface Occupancy {

    Mono<Void> agreed(ReceivedEvent event, LeaseAgreed lease, LeaseState state);

    Mono<Void> closed(ReceivedEvent event, LeaseClosed lease, LeaseState state);
}
