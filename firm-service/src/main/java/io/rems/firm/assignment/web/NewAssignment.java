package io.rems.firm.assignment.web;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Position;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record NewAssignment(
        @Nullable UUID id,
        @NotNull UUID userId,
        @NotNull Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        boolean primary) {

    AssignmentId assignmentId() {
        return new AssignmentId(id == null ? Identifiers.next() : id);
    }

    Position position() {
        try {
            return new Position(role, accessLevel == null ? Position.usualLevel(role) : accessLevel, ownerId, tenantId);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(role == Role.TENANT ? "tenantId" : "ownerId", "LINK", e.getMessage() + ".");
        }
    }
}
