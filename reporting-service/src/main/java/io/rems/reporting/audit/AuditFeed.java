package io.rems.reporting.audit;

import io.rems.platform.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Everything that the other services tell goes into the log, apart from the read models: an event that these cannot use
 * is recorded all the same.
 */
@Configuration(proxyBeanMethods = false)
class AuditFeed {

    @Bean
    EventSubscription firmAudit(R2dbcAuditLog log) {
        return recorded("firm", log);
    }

    @Bean
    EventSubscription ownershipAudit(R2dbcAuditLog log) {
        return recorded("ownership", log);
    }

    @Bean
    EventSubscription approvalAudit(R2dbcAuditLog log) {
        return recorded("approval", log);
    }

    @Bean
    EventSubscription tenantAudit(R2dbcAuditLog log) {
        return recorded("tenant", log);
    }

    private static EventSubscription recorded(String service, R2dbcAuditLog log) {
        return EventSubscription.named("audit-" + service).from(service).onAnyTogether(log::append);
    }
}
