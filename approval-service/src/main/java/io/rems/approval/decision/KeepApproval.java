package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.problem.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a request together with the events that tell of it, in the transaction of its caller. */
@Service
public class KeepApproval {

    private final ApprovalRequests requests;
    private final ApprovalEvents events;

    KeepApproval(ApprovalRequests requests, ApprovalEvents events) {
        this.requests = requests;
        this.events = events;
    }

    public Mono<Versioned<ApprovalRequest>> opened(long version, Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return kept(version, outcome, requests::add);
    }

    public Mono<Versioned<ApprovalRequest>> changed(long version, Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return kept(version, outcome, requests::save);
    }

    /** The same where others are asked than before. */
    public Mono<Versioned<ApprovalRequest>> reseated(long version, Outcome<ApprovalRequest, ApprovalEvent> outcome) {
        return kept(version, outcome, requests::reseat);
    }

    /** Requests that the caller has claimed. */
    public Mono<List<Versioned<ApprovalRequest>>> held(List<ExpenseId> claimed) {
        return requests.held(claimed);
    }

    /** What time has brought to several that are held, in as many statements as for one. */
    public Mono<Void> changedAll(List<Versioned<Outcome<ApprovalRequest, ApprovalEvent>>> outcomes) {
        var states = new ArrayList<Versioned<ApprovalRequest>>();
        var events = new ArrayList<Versioned<List<ApprovalEvent>>>();
        for (var outcome : outcomes) {
            switch (outcome.value()) {
                case Refused<ApprovalRequest, ApprovalEvent>(var refusal) -> {
                    return Mono.error(new RequestRefused(refusal));
                }
                case Accepted<ApprovalRequest, ApprovalEvent>(var state, var happened) -> {
                    if (!happened.isEmpty()) {
                        states.add(outcome.with(state));
                        events.add(outcome.with(happened));
                    }
                }
            }
        }
        var counts = events.stream().map(happened -> happened.value().size()).toList();
        return states.isEmpty()
                ? Mono.empty()
                : requests.saveAll(states, counts).then(Mono.defer(() -> this.events.append(events)));
    }

    private Mono<Versioned<ApprovalRequest>> kept(
            long version, Outcome<ApprovalRequest, ApprovalEvent> outcome, Store store) {
        return switch (outcome) {
            case Refused<ApprovalRequest, ApprovalEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<ApprovalRequest, ApprovalEvent>(var state, var happened)
            when happened.isEmpty() -> Mono.just(new Versioned<>(state, version));
            case Accepted<ApprovalRequest, ApprovalEvent>(var state, var happened) ->
                store.keep(new Versioned<>(state, version), happened.size())
                        .then(events.append(version, happened))
                        .thenReturn(new Versioned<>(state, version + happened.size()));
        };
    }

    private interface Store {
        Mono<Void> keep(Versioned<ApprovalRequest> request, int events);
    }
}
