package io.rems.firm.assignment.web;

import io.rems.firm.assignment.domain.Position;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fields must be like that stand in several requests. */
final class Fields {
    private Fields() {}

    static Position position(Role role, @Nullable AccessLevel level, @Nullable UUID ownerId, @Nullable UUID tenantId) {
        try {
            return new Position(role, level == null ? Position.usualLevel(role) : level, ownerId, tenantId);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(role == Role.TENANT ? "tenantId" : "ownerId", "LINK", e.getMessage() + ".");
        }
    }

    static void requireOrder(@Nullable Instant from, @Nullable Instant until) {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new InvalidRequest("until", "BEFORE_FROM", "must be after from");
        }
    }
}
