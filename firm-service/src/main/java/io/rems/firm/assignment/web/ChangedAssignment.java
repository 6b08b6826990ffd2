package io.rems.firm.assignment.web;

import io.rems.firm.assignment.domain.Position;
import io.rems.firm.assignment.domain.Validity;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assignment as it shall be, whole: without {@code until} it holds for good. */
record ChangedAssignment(
        @NotNull Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        @NotNull Instant from,
        @Nullable Instant until,
        @Nullable @Size(max = 500) String reason) {

    Position position() {
        return Fields.position(role, accessLevel, ownerId, tenantId);
    }

    Validity validity() {
        Fields.requireOrder(from, until);
        return new Validity(from, until);
    }
}
