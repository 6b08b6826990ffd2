package io.rems.firm.link;

import io.rems.platform.events.EventSubscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to in order to know whom logins can be linked to. */
@Configuration(proxyBeanMethods = false)
class LinkEvents {

    record OwnerRegistered(UUID ownerId) {}

    record OwnerMerged(UUID ownerId, UUID intoOwnerId) {}

    record TenantRegistered(UUID tenantId) {}

    @Bean
    EventSubscription owners(R2dbcLinkables linkables) {
        return EventSubscription.named("owners")
                .from("ownership")
                .on(
                        "rems.ownership.OwnerRegistered.v1",
                        OwnerRegistered.class,
                        (_, owner) -> linkables.learn(Kind.OWNER, owner.ownerId()))
                .on(
                        "rems.ownership.OwnerMerged.v1",
                        OwnerMerged.class,
                        (_, merged) -> linkables.merge(merged.ownerId(), merged.intoOwnerId()));
    }

    @Bean
    EventSubscription tenants(R2dbcLinkables linkables) {
        return EventSubscription.named("tenants")
                .from("tenant")
                .on(
                        "rems.tenant.TenantRegistered.v1",
                        TenantRegistered.class,
                        (_, tenant) -> linkables.learn(Kind.TENANT, tenant.tenantId()));
    }
}
