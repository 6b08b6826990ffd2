package io.rems.firm.assignment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What shall be granted to a user in a firm.
 *
 * @param from absent: at once
 * @param until absent: for good
 * @param asPrimary whether the firm shall be the user's primary one as soon as it holds
 * @param introduction of somebody who is invited; absent: he is known
 */
public record Grant(
        AssignmentId id,
        Position position,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean asPrimary,
        @Nullable String reason,
        @Nullable Introduction introduction) {

    /** To somebody who is known. */
    public Grant(
            AssignmentId id,
            Position position,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean asPrimary,
            @Nullable String reason) {
        this(id, position, from, until, asPrimary, reason, null);
    }

    /** At once and for good. */
    public static Grant of(AssignmentId id, Position position, boolean asPrimary) {
        return new Grant(id, position, null, null, asPrimary, null);
    }

    public Grant introducing(Introduction introduction) {
        return new Grant(id, position, from, until, asPrimary, reason, introduction);
    }

    public Validity validity(Instant at) {
        return new Validity(from == null ? at : from, until);
    }
}
