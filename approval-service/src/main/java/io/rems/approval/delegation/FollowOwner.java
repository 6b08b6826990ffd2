package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Identifiers;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An owner who was registered twice goes on under one entry: his delegations end and run on as new ones of the survivor,
 * but those whose delegate acts as the survivor himself, or would by way of others.
 */
@Service
class FollowOwner {

    /** That his shares went over may be heard of before the merger is. */
    private static final Duration NEWS_ARRIVE = Duration.ofDays(1);

    private final Delegations delegations;
    private final GrantDelegation grantDelegation;
    private final FindHorizon findHorizon;
    private final KeepDelegation keepDelegation;
    private final Clock clock;

    FollowOwner(
            Delegations delegations,
            GrantDelegation grantDelegation,
            FindHorizon findHorizon,
            KeepDelegation keepDelegation,
            Clock clock) {
        this.delegations = delegations;
        this.grantDelegation = grantDelegation;
        this.findHorizon = findHorizon;
        this.keepDelegation = keepDelegation;
        this.clock = clock;
    }

    Mono<Void> follow(OwnerId owner, OwnerId survivor) {
        return delegations
                .takeTurn(clock.instant())
                .thenMany(Flux.defer(() -> delegations
                        .runningOrLeftBehindOf(owner, clock.instant().minus(NEWS_ARRIVE))
                        .flatMapMany(Flux::fromIterable)))
                .concatMap(id -> follow(id, survivor))
                .then();
    }

    private Mono<Void> follow(DelegationId id, OwnerId survivor) {
        return delegations
                .hold(id)
                .flatMap(found -> keepDelegation
                        .ended(found.version(), found.value().end(Ending.Cause.OWNER_MERGED, clock.instant()))
                        .then(Mono.defer(() -> goOn(found.value().under(successor(id, survivor), survivor)))));
    }

    /** The horizon may say that there is nothing yet: the ownership comes over with news of its own. */
    private Mono<Void> goOn(Delegation successor) {
        return grantDelegation
                .fits(successor)
                .then(Mono.defer(() -> findHorizon.of(successor.owner())))
                .flatMap(horizon -> keepDelegation.granted(successor.grant(), horizon.dueAt(successor)))
                .then()
                .onErrorComplete(RequestRefused.class);
    }

    private static DelegationId successor(DelegationId id, OwnerId survivor) {
        return new DelegationId(Identifiers.derived(id.value(), survivor.toString()));
    }
}
