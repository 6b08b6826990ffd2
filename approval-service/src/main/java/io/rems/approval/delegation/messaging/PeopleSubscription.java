package io.rems.approval.delegation.messaging;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.LearnPeople;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears who works in the firm, who is linked to which owner, and who has left. */
@Configuration(proxyBeanMethods = false)
class PeopleSubscription {

    private final LearnPeople people;

    PeopleSubscription(LearnPeople people) {
        this.people = people;
    }

    /** What we use of the events of assignments. */
    record AssignmentTold(
            UUID assignmentId,
            UUID userId,
            String userName,
            Role role,
            AccessLevel accessLevel,
            @Nullable UUID ownerId,
            String status) {

        LearnPeople.Assignment toDomain(long version) {
            return new LearnPeople.Assignment(
                    assignmentId,
                    new PersonId(userId),
                    userName,
                    role,
                    accessLevel,
                    ownerId == null ? null : new OwnerId(ownerId),
                    status,
                    version);
        }
    }

    @Bean
    EventSubscription people() {
        return EventSubscription.named("people")
                .from("firm")
                .on("rems.firm.AssignmentGranted.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentAccepted.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentStarted.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentChanged.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentSuspended.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentResumed.v1", AssignmentTold.class, this::learn)
                .on("rems.firm.AssignmentEnded.v1", AssignmentTold.class, this::learn);
    }

    private Mono<Void> learn(ReceivedEvent event, AssignmentTold told) {
        return people.learn(told.toDomain(event.aggregateVersion()));
    }
}
