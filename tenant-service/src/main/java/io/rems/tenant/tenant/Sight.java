package io.rems.tenant.tenant;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.problem.PermissionDenied;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose records a caller sees.
 *
 * @param own the tenant whose records alone he sees; null: those of the whole firm
 */
public record Sight(@Nullable UUID own) {

    /** A tenant sees what is his, everybody else who may read at all sees everything. */
    public static Sight of(Caller caller) {
        if (!caller.hasRole(Role.TENANT)) {
            return new Sight(null);
        }
        if (caller.tenantId() == null) {
            throw new PermissionDenied(
                    "Your login is not linked to a tenant. Ask an administrator of the firm to link it.");
        }
        return new Sight(caller.tenantId());
    }

    public boolean ofWholeFirm() {
        return own == null;
    }

    boolean covers(UUID tenant) {
        return own == null || own.equals(tenant);
    }
}
