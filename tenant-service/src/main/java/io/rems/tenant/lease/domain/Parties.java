package io.rems.tenant.lease.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Who rents: one tenant who is answerable first, and co-tenants who share the account. */
public record Parties(UUID tenant, List<UUID> coTenants) {

    public Parties {
        var distinct = new LinkedHashSet<>(coTenants);
        distinct.remove(tenant);
        coTenants = List.copyOf(distinct);
    }
}
