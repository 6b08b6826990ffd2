package io.rems.reporting.directory;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Names for identifiers; what refers to a name that has not arrived yet shows none until it has. */
public interface Directory {

    Mono<Void> firm(ReceivedEvent event, FirmCreated firm);

    Mono<Void> property(ReceivedEvent event, PropertyDescribed property);

    Mono<Void> owner(ReceivedEvent event, OwnerRegistered owner);
}
