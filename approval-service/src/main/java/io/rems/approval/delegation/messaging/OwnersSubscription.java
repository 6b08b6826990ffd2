package io.rems.approval.delegation.messaging;

import io.rems.approval.delegation.LearnPeople;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears what owners are called, whom the firm no longer works for, and who goes on under another entry. */
@Configuration(proxyBeanMethods = false)
class OwnersSubscription {

    private final LearnPeople people;

    OwnersSubscription(LearnPeople people) {
        this.people = people;
    }

    /** What we use of the events that carry the owner as he is. */
    record OwnerTold(UUID ownerId, String name, String status) {

        LearnPeople.Owner toDomain(long version) {
            return new LearnPeople.Owner(new OwnerId(ownerId), name, status.equals("ARCHIVED"), version);
        }
    }

    record OwnerMerged(UUID ownerId, UUID intoOwnerId) {}

    @Bean
    EventSubscription knownOwners() {
        return EventSubscription.named("known-owners")
                .from("ownership")
                .on("rems.ownership.OwnerRegistered.v1", OwnerTold.class, this::learn)
                .on("rems.ownership.OwnerChanged.v1", OwnerTold.class, this::learn)
                .on("rems.ownership.OwnerArchived.v1", OwnerTold.class, this::learn)
                .on("rems.ownership.OwnerRestored.v1", OwnerTold.class, this::learn)
                .on(
                        "rems.ownership.OwnerMerged.v1",
                        OwnerMerged.class,
                        (_, data) -> people.merged(new OwnerId(data.ownerId()), new OwnerId(data.intoOwnerId())));
    }

    private Mono<Void> learn(ReceivedEvent event, OwnerTold told) {
        return people.learn(told.toDomain(event.aggregateVersion()));
    }
}
