package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import reactor.core.publisher.Mono;

/** What other services tell of people and owners; what is older than what is known changes nothing. */
public interface PeopleTold {

    Mono<Void> take(LearnPeople.Assignment assignment);

    /** False where a later version is known. */
    Mono<Boolean> take(LearnPeople.Owner owner);

    /** Whoever is linked to the one acts as the other from now on. */
    Mono<Void> merged(OwnerId owner, OwnerId into);

    /** Whether nothing but ended assignments of his is known. */
    Mono<Boolean> hasLeft(PersonId person);
}
