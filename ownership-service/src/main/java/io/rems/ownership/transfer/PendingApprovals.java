package io.rems.ownership.transfer;

import io.rems.ownership.ownership.domain.PropertyId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which expenses wait for approval, as approval-service tells. */
public interface PendingApprovals {

    /** What is older than what is known changes nothing. */
    Mono<Void> keep(UUID expense, PropertyId property, boolean pending, long version);
}
