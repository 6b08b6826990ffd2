package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Voter;
import io.rems.platform.Versioned;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The request that somebody wants to say something on, held for the transaction; what he holds no part of does not exist for an owner. */
@Service
public class RequestBefore {

    private final ApprovalRequests requests;

    RequestBefore(ApprovalRequests requests) {
        this.requests = requests;
    }

    public Mono<Versioned<ApprovalRequest>> hold(ExpenseId id, Voter voter) {
        var all = requests.hold(id);
        return voter.administrator()
                ? all.switchIfEmpty(Mono.defer(() -> notBeforeAnyone(id)))
                : all.filter(request -> request.value().ballot().seats().stream()
                                .anyMatch(seat -> voter.speaksFor(seat.holder())))
                        .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())));
    }

    private Mono<Versioned<ApprovalRequest>> notBeforeAnyone(ExpenseId id) {
        return requests.isRecorded(id)
                .flatMap(recorded -> Mono.error(
                        recorded
                                ? new RequestRefused(DecisionRefusal.NOT_PENDING)
                                : new NotFound("expense", id.value())));
    }
}
