package io.rems.reporting.approvals;

import io.rems.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Under which entry an owner goes on who was registered twice: what waits for his answer waits there. */
public interface MergedOwners {

    Mono<Void> merged(ReceivedEvent event, OwnerMerged owner);
}
