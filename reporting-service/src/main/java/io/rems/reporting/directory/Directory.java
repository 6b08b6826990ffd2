package io.rems.reporting.directory;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Names for identifiers; what refers to a name that has not arrived yet shows none until it has. */
public interface Directory {

    /** Name, currency and time zone. */
    Mono<Void> firm(ReceivedEvent event, FirmDescribed firm);

    /** Whether the firm works, is suspended or has left. */
    Mono<Void> firmStatus(ReceivedEvent event, FirmDescribed firm);

    Mono<Void> property(ReceivedEvent event, PropertyDescribed property);

    Mono<Void> owner(ReceivedEvent event, OwnerRegistered owner);
}
