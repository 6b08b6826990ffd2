package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.firm.assignment.domain.Change;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an assignment's history.
 *
 * @param actor the user, by id, or the service whose timer it was ({@code service:firm})
 * @param actorName where the actor is a user whom the firm may see
 * @param recordedAt when it was done; from when to when it holds stands in {@code before} and {@code after}
 */
public record AssignmentChange(
        long version,
        Change change,
        String actor,
        @Nullable String actorName,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable Snapshot before,
        Snapshot after) {

    /** What an assignment was at a time. */
    public record Snapshot(
            Role role,
            AccessLevel accessLevel,
            @Nullable UUID ownerId,
            @Nullable UUID tenantId,
            Instant from,
            @Nullable Instant until,
            AssignmentStatus status,
            @Nullable Instant endedAt) {

        public static Snapshot of(Assignment assignment) {
            var position = assignment.terms().position();
            var validity = assignment.terms().validity();
            return new Snapshot(
                    position.role(),
                    position.level(),
                    position.ownerId(),
                    position.tenantId(),
                    validity.from(),
                    validity.until(),
                    assignment.status(),
                    assignment instanceof Ended(var _, var at) ? at : null);
        }
    }
}
