package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.OwnerId;
import reactor.core.publisher.Mono;

/** Under which entry an owner goes on who was registered twice: what waits for the one waits for the other. */
public interface MergedOwners {

    /** What is older than what is known of the owner changes nothing. */
    Mono<Void> merged(OwnerId owner, OwnerId into, long version);
}
