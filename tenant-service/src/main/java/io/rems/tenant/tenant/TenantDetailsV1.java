package io.rems.tenant.tenant;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/**
 * A tenant as others hear of him. How to reach him and what identifies him stays here: events are kept for ever, and
 * nobody else needs it.
 */
@PublishedEvent(
        type = "rems.tenant.TenantRegistered.v1",
        subject = "tenant",
        description = "The firm knows another tenant.")
@PublishedEvent(
        type = "rems.tenant.TenantChanged.v1",
        subject = "tenant",
        description = "What is known of a tenant has changed.")
record TenantDetailsV1(UUID tenantId, String name, Tenant.Type type) {

    static Message registered(Tenant tenant) {
        return new Message("rems.tenant.TenantRegistered.v1", tenant.id(), 1, of(tenant));
    }

    static Message changed(Tenant tenant, long version) {
        return new Message("rems.tenant.TenantChanged.v1", tenant.id(), version, of(tenant));
    }

    private static TenantDetailsV1 of(Tenant tenant) {
        return new TenantDetailsV1(tenant.id(), tenant.name(), tenant.type());
    }
}
