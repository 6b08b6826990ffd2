package io.rems.approval.ownership.messaging;

import io.rems.approval.ownership.MergedOwners;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.events.EventSubscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A subscription of its own, so that a service that ran before hears of all who were merged by then. */
@Configuration(proxyBeanMethods = false)
class MergedOwnersSubscription {

    /** What we use of {@code OwnerMerged}: told of an owner again where his survivor is merged in turn. */
    record OwnerMerged(UUID ownerId, UUID intoOwnerId) {}

    @Bean
    EventSubscription ownersMerged(MergedOwners mergedOwners) {
        return EventSubscription.named("merged-owners")
                .from("ownership")
                .on(
                        "rems.ownership.OwnerMerged.v1",
                        OwnerMerged.class,
                        (event, data) -> mergedOwners.merged(
                                new OwnerId(data.ownerId()),
                                new OwnerId(data.intoOwnerId()),
                                event.aggregateVersion()));
    }
}
