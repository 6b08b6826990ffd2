package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import reactor.core.publisher.Mono;

/** What other services tell of people and owners; what is older than what is known changes nothing. */
public interface PeopleTold {

    Mono<Void> take(LearnPeople.Assignment assignment);

    /** What a user is called now, in whatever firm. */
    Mono<Void> named(PersonId person, String name, long version);

    /** That a user may do nothing any more, in no firm; or may again. */
    Mono<Void> disabled(PersonId person, boolean disabled, long version);

    /** False where a later version is known. */
    Mono<Boolean> take(LearnPeople.Owner owner);

    /** Whoever is linked to the one acts as the other from now on. */
    Mono<Void> merged(OwnerId owner, OwnerId into);

    /** Whether nothing but ended assignments of his is known. */
    Mono<Boolean> hasLeft(PersonId person);
}
