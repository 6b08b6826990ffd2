package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes what was told of people and owners, and lets delegations follow, in the transaction that takes the news. */
@Service
public class LearnPeople {

    private final PeopleTold told;
    private final EndDelegations endDelegations;
    private final FollowOwner followOwner;

    LearnPeople(PeopleTold told, EndDelegations endDelegations, FollowOwner followOwner) {
        this.told = told;
        this.endDelegations = endDelegations;
        this.followOwner = followOwner;
    }

    /** What somebody is, or was, in the firm. */
    public record Assignment(
            UUID id,
            PersonId person,
            String name,
            Role role,
            AccessLevel level,
            @Nullable OwnerId owner,
            String status,
            long version) {}

    public record Owner(OwnerId id, String name, boolean archived, long version) {}

    /** Whoever has no place in the firm any more is nobody's delegate. */
    public Mono<Void> learn(Assignment assignment) {
        return told.take(assignment)
                .then(Mono.defer(() -> told.hasLeft(assignment.person())))
                .flatMap(left -> left ? endDelegations.leave(assignment.person()) : Mono.empty());
    }

    public Mono<Void> learn(Owner owner) {
        return told.take(owner)
                .filter(taken -> taken && owner.archived())
                .flatMap(_ -> endDelegations.archive(owner.id()));
    }

    public Mono<Void> merged(OwnerId owner, OwnerId into) {
        return told.merged(owner, into).then(Mono.defer(() -> followOwner.follow(owner, into)));
    }
}
