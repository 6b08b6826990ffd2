package io.rems.reporting.feed;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.LeaseAgreed;
import io.rems.reporting.statistics.LeaseClosed;
import io.rems.reporting.statistics.LeaseState;
import io.rems.reporting.statistics.Occupancy;
import io.rems.reporting.statistics.Tallies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What tenant-service's events do to the read models. */
@Configuration(proxyBeanMethods = false)
class TenantFeed {
    private final Freshness freshness;
    private final Occupancy occupancy;
    private final Tallies tallies;

    TenantFeed(Freshness freshness, Occupancy occupancy, Tallies tallies) {
        this.freshness = freshness;
        this.occupancy = occupancy;
        this.tallies = tallies;
    }

    @Bean
    EventSubscription tenantReadModels() {
        return EventSubscription.named("read-models-tenant")
                .from("tenant")
                .first(freshness::advance)
                .on("rems.tenant.TenantRegistered.v1", JsonNode.class, (event, _) -> tallies.count(event, 1, "tenant"))
                .on(
                        "rems.tenant.LeaseDrafted.v1",
                        LeaseAgreed.class,
                        (event, lease) -> agreed(event, lease, LeaseState.DRAFT))
                .on(
                        "rems.tenant.LeaseActivated.v1",
                        LeaseAgreed.class,
                        (event, lease) -> agreed(event, lease, LeaseState.ACTIVE))
                .on(
                        "rems.tenant.LeaseEnded.v1",
                        LeaseClosed.class,
                        (event, lease) -> closed(event, lease, LeaseState.ENDED))
                .on(
                        "rems.tenant.LeaseTerminated.v1",
                        LeaseClosed.class,
                        (event, lease) -> closed(event, lease, LeaseState.TERMINATED))
                .onAny((_, _) -> Mono.empty());
    }

    private Mono<Void> agreed(ReceivedEvent event, LeaseAgreed lease, LeaseState state) {
        return counted(event, state, occupancy.agreed(event, lease, state));
    }

    private Mono<Void> closed(ReceivedEvent event, LeaseClosed lease, LeaseState state) {
        return counted(event, state, occupancy.closed(event, lease, state));
    }

    private Mono<Void> counted(ReceivedEvent event, LeaseState state, Mono<Void> change) {
        return change.then(tallies.count(event, state.step(), "lease." + state));
    }
}
