package io.rems.approval.delegation.domain;

import io.rems.approval.decision.domain.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a delegation is over before its time or with it.
 *
 * @param by who revoked it; absent where it ended by itself
 * @param reason in the words of the one who revoked it
 */
public record Ending(
        Cause cause,
        Instant at,
        @Nullable PersonId by,
        @Nullable String reason) {

    /** Why a delegation ends. */
    public enum Cause {
        REVOKED,
        /** Its last day has passed. */
        OVER,
        /** The owner holds nothing any more of what it is for. */
        OWNERSHIP_ENDED,
        /** The delegate works in the firm no longer. */
        DELEGATE_LEFT,
        /** The owner goes on under another entry, and the delegation with him, as another one. */
        OWNER_MERGED,
        /** The firm no longer works for the owner. */
        OWNER_ARCHIVED
    }

    static Ending itself(Cause cause, Instant at) {
        return new Ending(cause, at, null, null);
    }
}
