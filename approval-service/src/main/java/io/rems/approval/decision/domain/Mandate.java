package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.OwnerId;
import java.util.List;

/**
 * Lets somebody decide in an owner's stead.
 *
 * @param delegations the owner's own first, the voter's last; several where it was passed on
 */
public record Mandate(OwnerId owner, List<DelegationId> delegations) {

    public Mandate {
        delegations = List.copyOf(delegations);
    }
}
