package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.ownership.HoldersWatched;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends delegations whose time has passed, or which rest on nothing any more. */
@Service
public class EndDelegations implements HoldersWatched {

    private final Delegations delegations;
    private final DueDelegations dueDelegations;
    private final FindHorizon findHorizon;
    private final KeepDelegation keepDelegation;
    private final Transactions transactions;
    private final Clock clock;

    EndDelegations(
            Delegations delegations,
            DueDelegations dueDelegations,
            FindHorizon findHorizon,
            KeepDelegation keepDelegation,
            Transactions transactions,
            Clock clock) {
        this.delegations = delegations;
        this.dueDelegations = dueDelegations;
        this.findHorizon = findHorizon;
        this.keepDelegation = keepDelegation;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<List<Due>> due() {
        return Mono.defer(() -> dueDelegations.passed(clock.instant()));
    }

    /** Nothing where another replica does it, or it has changed since. */
    public Mono<Void> end(Due due) {
        return transactions.inFirm(
                dueDelegations.claim(due.id(), clock.instant()).flatMap(this::endOrWait));
    }

    /** The delegate works in the firm no longer. */
    public Mono<Void> leave(PersonId delegate) {
        return each(delegations.runningTo(delegate), id -> end(id, Ending.Cause.DELEGATE_LEFT));
    }

    /** The firm no longer works for the owner. */
    public Mono<Void> archive(OwnerId owner) {
        return each(delegations.runningOf(owner), id -> end(id, Ending.Cause.OWNER_ARCHIVED));
    }

    @Override
    public Mono<Void> changed(PropertyId property, Set<OwnerId> owners) {
        return each(delegations.runningAbout(property, owners), this::endOrWait);
    }

    private Mono<Void> endOrWait(DelegationId id) {
        return delegations
                .hold(id)
                .flatMap(found -> findHorizon.of(found.value().owner()).flatMap(horizon -> endOrWait(found, horizon)));
    }

    private Mono<Void> endOrWait(Versioned<Delegation> found, Horizon horizon) {
        return horizon.endsToday(found.value())
                .map(cause -> ended(found, cause))
                .orElseGet(() -> delegations.wait(found.value().id(), horizon.dueAt(found.value())));
    }

    private Mono<Void> end(DelegationId id, Ending.Cause cause) {
        return delegations.hold(id).flatMap(found -> ended(found, cause));
    }

    private Mono<Void> ended(Versioned<Delegation> found, Ending.Cause cause) {
        return keepDelegation
                .ended(found.version(), found.value().end(cause, clock.instant()))
                .then();
    }

    private static Mono<Void> each(Mono<List<DelegationId>> ids, Function<DelegationId, Mono<Void>> step) {
        return ids.flatMapMany(Flux::fromIterable).concatMap(step).then();
    }
}
