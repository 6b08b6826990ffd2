package io.rems.ownership.lease;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Keeps which leases are in force. */
@Configuration(proxyBeanMethods = false)
class LeaseEvents {

    /** What this service uses of {@code LeaseActivated}, {@code LeaseEnded} and {@code LeaseTerminated}. */
    record LeaseTold(
            UUID leaseId,
            UUID unitId,
            UUID propertyId,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final R2dbcLeases leases;

    LeaseEvents(R2dbcLeases leases) {
        this.leases = leases;
    }

    @Bean
    EventSubscription leasesInForce() {
        return EventSubscription.named("leases")
                .from("tenant")
                .on("rems.tenant.LeaseActivated.v1", LeaseTold.class, (event, lease) -> keep(event, lease, false))
                .on("rems.tenant.LeaseEnded.v1", LeaseTold.class, (event, lease) -> keep(event, lease, true))
                .on("rems.tenant.LeaseTerminated.v1", LeaseTold.class, (event, lease) -> keep(event, lease, true));
    }

    private Mono<Void> keep(ReceivedEvent event, LeaseTold lease, boolean over) {
        return leases.keep(lease, event.aggregateVersion(), over);
    }
}
