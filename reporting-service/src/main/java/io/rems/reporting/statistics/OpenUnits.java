package io.rems.reporting.statistics;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** How many units can be let: none that is archived, and none of an archived property, whichever was heard of first. */
public interface OpenUnits {

    /** The event's subject is a unit. */
    Mono<Void> unit(ReceivedEvent event, UnitTold unit, boolean archived);

    /** The event's subject is a property; all its units count, or none. */
    Mono<Void> property(ReceivedEvent event, boolean archived);
}
