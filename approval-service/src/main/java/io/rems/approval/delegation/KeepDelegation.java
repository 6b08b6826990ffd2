package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.DelegationEvent;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a delegation together with the events that tell of it, in the transaction of its caller. */
@Service
class KeepDelegation {

    private final Delegations delegations;
    private final DelegationEvents events;

    KeepDelegation(Delegations delegations, DelegationEvents events) {
        this.delegations = delegations;
        this.events = events;
    }

    Mono<Versioned<Delegation>> granted(Outcome<Delegation, DelegationEvent> outcome, @Nullable Instant dueAt) {
        return kept(0, outcome, granted -> delegations.add(granted.value(), dueAt));
    }

    Mono<Versioned<Delegation>> ended(long version, Outcome<Delegation, DelegationEvent> outcome) {
        return kept(version, outcome, delegations::save);
    }

    private Mono<Versioned<Delegation>> kept(long version, Outcome<Delegation, DelegationEvent> outcome, Store store) {
        return switch (outcome) {
            case Refused<Delegation, DelegationEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Delegation, DelegationEvent>(var state, List<DelegationEvent> happened)
            when happened.isEmpty() -> Mono.just(new Versioned<>(state, version));
            case Accepted<Delegation, DelegationEvent>(var state, List<DelegationEvent> happened) ->
                store.keep(new Versioned<>(state, version))
                        .then(events.append(version, happened))
                        .thenReturn(new Versioned<>(state, version + 1));
        };
    }

    private interface Store {
        Mono<Void> keep(Versioned<Delegation> delegation);
    }
}
