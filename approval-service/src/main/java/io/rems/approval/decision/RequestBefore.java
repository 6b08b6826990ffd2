package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.VoteRefusal;
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
    private final Mandates mandates;

    RequestBefore(ApprovalRequests requests, Mandates mandates) {
        this.requests = requests;
        this.mandates = mandates;
    }

    /** A request, and a voter with all in whose stead he may decide on it. */
    record Heard(Versioned<ApprovalRequest> request, Voter voter) {}

    /**
     * The same for somebody who may stand for others; until the end of the transaction nobody takes that from him.
     *
     * @param seesAll whether he may know of expenses that he has nothing to say on
     */
    Mono<Heard> hear(ExpenseId id, Voter voter, boolean seesAll) {
        return requests.hold(id)
                .flatMap(request ->
                        mandates.hold(voter.person(), id).map(standing -> new Heard(request, voter.with(standing))))
                .filter(heard -> seesAll || concerns(heard))
                .switchIfEmpty(Mono.defer(
                        () -> seesAll ? notBeforeAnyone(id) : Mono.error(new NotFound("expense", id.value()))));
    }

    private static boolean concerns(Heard heard) {
        return !heard.voter().standing().shortfalls().isEmpty()
                || heard.request().value().ballot().seats().stream().anyMatch(seat -> seat.isFor(heard.voter()));
    }

    public Mono<Versioned<ApprovalRequest>> hold(ExpenseId id, Voter voter) {
        var all = requests.hold(id);
        return voter.administrator()
                ? all.switchIfEmpty(Mono.defer(() -> notBeforeAnyone(id)))
                : all.filter(request -> request.value().ballot().seats().stream()
                                .anyMatch(seat -> voter.speaksFor(seat.holder())))
                        .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())));
    }

    /** The same for an administrator who does something about it other than deciding: not about what he submitted himself. */
    public Mono<Versioned<ApprovalRequest>> holdToConduct(ExpenseId id, Voter administrator) {
        return hold(id, administrator)
                .flatMap(request -> request.value().matter().forbids(administrator.person())
                        ? Mono.error(new RequestRefused(VoteRefusal.OWN_SUBMISSION))
                        : Mono.just(request));
    }

    private <T> Mono<T> notBeforeAnyone(ExpenseId id) {
        return requests.isRecorded(id)
                .flatMap(recorded -> Mono.error(
                        recorded
                                ? new RequestRefused(DecisionRefusal.NOT_PENDING)
                                : new NotFound("expense", id.value())));
    }
}
