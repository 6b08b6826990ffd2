package io.rems.firm.assignment.web;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Grant;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Without {@code from} it holds at once, without {@code until} for good. */
record NewAssignment(
        @Nullable UUID id,
        @NotNull UUID userId,
        @NotNull Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        boolean primary,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable @Size(max = 500) String reason) {

    Grant grant() {
        Fields.requireOrder(from, until);
        return new Grant(
                new AssignmentId(id == null ? Identifiers.next() : id),
                Fields.position(role, accessLevel, ownerId, tenantId),
                from,
                until,
                primary,
                reason);
    }
}
