package io.rems.approval.decision;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import java.util.Optional;

/** The hats of those who call. */
public final class Voters {

    private Voters() {}

    /** Empty for services: only people decide. */
    public static Optional<Voter> of(Caller caller) {
        var owner = caller.ownerId() == null ? null : new OwnerId(caller.ownerId());
        return Optional.ofNullable(caller.userId())
                .map(user -> new Voter(new PersonId(user), owner, caller.hasRole(Role.ADMIN)));
    }
}
