package io.rems.firm.assignment.domain;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody is in a firm; owners and tenants are linked to their record, or they would see nothing. */
public record Position(
        Role role,
        AccessLevel level,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId) {

    public Position {
        if (role == Role.OWNER && ownerId == null) {
            throw new IllegalArgumentException("An owner's login must be linked to the owner");
        }
        if (role == Role.TENANT && tenantId == null) {
            throw new IllegalArgumentException("A tenant's login must be linked to the tenant");
        }
        if (ownerId != null && tenantId != null) {
            throw new IllegalArgumentException("A login is linked to an owner or to a tenant, not to both");
        }
    }

    boolean hasAllRights() {
        return role == Role.ADMIN && level == AccessLevel.FULL;
    }

    /** The level that goes with a role unless somebody says otherwise. */
    public static AccessLevel usualLevel(Role role) {
        return switch (role) {
            case ADMIN -> AccessLevel.FULL;
            case VIEWER -> AccessLevel.RESTRICTED;
            case ACCOUNTANT, MANAGER, STAFF, OWNER, TENANT -> AccessLevel.STANDARD;
        };
    }
}
