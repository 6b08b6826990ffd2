package io.rems.tenant.tenant;

import io.rems.platform.Versioned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as clients read him.
 *
 * @param note the firm's own remark: not for the tenant's eyes
 */
record TenantView(
        UUID id,
        String name,
        Tenant.Type type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String nationality,
        @Nullable String identityNumber,
        @Nullable String language,
        @Nullable String note,
        long version) {

    static TenantView of(Versioned<Tenant> stored, Sight sight) {
        var tenant = stored.value();
        return new TenantView(
                tenant.id(),
                tenant.name(),
                tenant.type(),
                tenant.email(),
                tenant.phone(),
                tenant.nationality(),
                tenant.identityNumber(),
                tenant.language(),
                sight.ofWholeFirm() ? tenant.note() : null,
                stored.version());
    }
}
