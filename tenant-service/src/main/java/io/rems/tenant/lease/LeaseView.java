package io.rems.tenant.lease;

import io.rems.platform.Money;
import io.rems.tenant.lease.domain.LeaseState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease as clients read it.
 *
 * @param propertyName absent until ownership-service's news of the property arrives
 * @param to the last day, included
 * @param rent for a month
 */
public record LeaseView(
        UUID id,
        String number,
        LeaseState state,
        UUID unitId,
        String unitNumber,
        UUID propertyId,
        @Nullable String propertyName,
        UUID tenantId,
        String tenantName,
        List<UUID> coTenantIds,
        LocalDate from,
        LocalDate to,
        Money rent,
        @Nullable Money deposit,
        @Nullable Termination termination,
        long version) {

    /** Whether he is the tenant or one of the co-tenants. */
    public boolean isSignedBy(@Nullable UUID tenant) {
        return tenantId.equals(tenant) || coTenantIds.contains(tenant);
    }

    /** {@code on} is the tenant's last day in the unit. */
    public record Termination(LocalDate on, String reason) {}
}
