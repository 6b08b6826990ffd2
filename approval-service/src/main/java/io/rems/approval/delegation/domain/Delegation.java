package io.rems.approval.delegation.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An owner lets a portal user decide in his stead. Once granted nothing of it changes but that it ends, so that a vote
 * of years ago can still be understood.
 *
 * @param grantedBy the owner's own login, or the administrator who put down what the owner said by other means
 */
public record Delegation(
        DelegationId id,
        OwnerId owner,
        PersonId delegate,
        Window window,
        Limits limits,
        @Nullable String reason,
        PersonId grantedBy,
        Instant grantedAt,
        @Nullable Ending ending) {

    public boolean isRunning() {
        return ending == null;
    }

    public Outcome<Delegation, DelegationEvent> grant() {
        return accepted(this, new DelegationEvent.Granted(this));
    }

    public Outcome<Delegation, DelegationEvent> revoke(PersonId by, String reason, Instant at) {
        return ending == null
                ? ended(new Ending(Ending.Cause.REVOKED, at, by, reason))
                : refused(new AlreadyEnded(ending));
    }

    /** By itself; what has ended already stays as it ended. */
    public Outcome<Delegation, DelegationEvent> end(Ending.Cause cause, Instant at) {
        return ending == null ? ended(Ending.itself(cause, at)) : accepted(this);
    }

    /** The same for the entry under which the owner goes on. */
    public Delegation under(DelegationId next, OwnerId survivor) {
        return new Delegation(next, survivor, delegate, window, limits, reason, grantedBy, grantedAt, null);
    }

    private Outcome<Delegation, DelegationEvent> ended(Ending how) {
        var over = new Delegation(id, owner, delegate, window, limits, reason, grantedBy, grantedAt, how);
        return accepted(over, new DelegationEvent.Ended(over, how));
    }
}
