package io.rems.approval.delegation.messaging;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.PeopleTold;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears what users are called and who of them is disabled, which no firm's events tell. */
@Configuration(proxyBeanMethods = false)
class UsersSubscription {

    private final PeopleTold people;

    UsersSubscription(PeopleTold people) {
        this.people = people;
    }

    /** What we use of the events that carry a user's name. */
    record UserNamed(UUID userId, String name) {}

    record UserTold(UUID userId) {}

    @Bean
    EventSubscription knownUsers() {
        return EventSubscription.named("known-users")
                .from("firm")
                .on("rems.firm.UserActivated.v1", UserNamed.class, this::named)
                .on("rems.firm.UserProfileChanged.v1", UserNamed.class, this::named)
                .on("rems.firm.UserDisabled.v1", UserTold.class, (event, user) -> disabled(event, user, true))
                .on("rems.firm.UserEnabled.v1", UserTold.class, (event, user) -> disabled(event, user, false));
    }

    private Mono<Void> named(ReceivedEvent event, UserNamed user) {
        return people.named(new PersonId(user.userId()), user.name(), event.aggregateVersion());
    }

    private Mono<Void> disabled(ReceivedEvent event, UserTold user, boolean disabled) {
        return people.disabled(new PersonId(user.userId()), disabled, event.aggregateVersion());
    }
}
