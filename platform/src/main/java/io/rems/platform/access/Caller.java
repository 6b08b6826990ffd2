package io.rems.platform.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, for which firm: what a verified context token says. A controller takes it as a parameter; use cases find it
 * in the Reactor context.
 *
 * @param userId absent where a service calls
 * @param role absent for services and for platform administrators, who work in no firm
 * @param ownerId the owner that the user is linked to in this firm
 * @param tenantId the tenant that the user is linked to in this firm
 */
public record Caller(
        Actor actor,
        @Nullable UUID userId,
        FirmId firm,
        @Nullable Role role,
        AccessLevel level,
        boolean platformAdministrator,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId) {

    public static Caller service(String name, FirmId firm) {
        return acting(Actor.service(name), firm);
    }

    /** A caller that only says in whose name a firm's work is done: for timers and event handlers. */
    public static Caller acting(Actor actor, FirmId firm) {
        return new Caller(actor, null, firm, null, AccessLevel.RESTRICTED, false, null, null);
    }

    public static Caller platformAdministrator(UUID userId) {
        return new Caller(Actor.user(userId), userId, FirmId.PLATFORM, null, AccessLevel.RESTRICTED, true, null, null);
    }

    /** Services may read; what they change, they change by events. */
    public boolean may(Permission permission) {
        if (role != null) {
            return permission.grantedTo(role, level);
        }
        return actor.isService() && permission.kind() == Permission.Kind.READ;
    }

    public Set<Permission> permissions() {
        return role == null ? EnumSet.noneOf(Permission.class) : Permission.of(role, level);
    }

    public boolean hasRole(Role wanted) {
        return role == wanted;
    }
}
