package io.rems.tenant.lease;

import io.rems.tenant.lease.domain.LeaseState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of leases; what is absent does not narrow.
 *
 * @param tenantId as the tenant or a co-tenant
 */
public record LeaseFilter(
        @Nullable UUID unitId,
        @Nullable UUID propertyId,
        @Nullable UUID tenantId,
        @Nullable LeaseState state) {}
