package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The firm's delegations. */
public interface Delegations {

    /** Lets nobody else grant one in the firm until the end of the transaction: two at once could make a cycle together. */
    Mono<Void> takeTurn(Instant now);

    /** @param dueAt when it ends by itself, as far as is known */
    Mono<Void> add(Delegation delegation, @Nullable Instant dueAt);

    /** Against everybody else, votes too, until the end of the transaction; empty where there is none. */
    Mono<Versioned<Delegation>> hold(DelegationId id);

    /** Keeps how it ended. */
    Mono<Void> save(Versioned<Delegation> delegation);

    /** Looks at it again at another instant. */
    Mono<Void> wait(DelegationId id, @Nullable Instant dueAt);

    /** All that run, in the whole firm. */
    Mono<List<Delegation>> running();

    Mono<List<DelegationId>> runningOf(OwnerId owner);

    /** Those that run, and those that ended since then because what the owner held went over to somebody else. */
    Mono<List<DelegationId>> runningOrLeftBehindOf(OwnerId owner, Instant since);

    Mono<List<DelegationId>> runningTo(PersonId delegate);

    /** Those of these owners that run and that are for the property, or for all. */
    Mono<List<DelegationId>> runningAbout(PropertyId property, Collection<OwnerId> owners);

    /**
     * All by which a vote on the expense can come to a person, those too that have ended since it was asked for; none of
     * them can be revoked until the end of the transaction.
     */
    Mono<List<Delegation>> holdTowards(PersonId person, ExpenseId expense);

    /** All by which votes of these owners can come to others, those too that have ended since. */
    Mono<List<Delegation>> from(Collection<OwnerId> owners, Instant since);
}
