package io.rems.approval.routing;

import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.NextLevel;
import io.rems.approval.decision.RequestBefore;
import io.rems.approval.decision.Voters;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.ownership.AskWhoHolds;
import io.rems.approval.ownership.Ownerships;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Puts a pending expense before those who held the property on its date by what is known now, where the ownership that it was
 * routed by has turned out to be another. Rule, limits and deadline stay.
 */
@Service
public class RerouteExpense {

    private final RequestBefore requestBefore;
    private final AskWhoHolds askWhoHolds;
    private final Ownerships ownerships;
    private final Routes routes;
    private final KeepApproval keepApproval;
    private final NextLevel nextLevel;
    private final Transactions transactions;
    private final Clock clock;

    RerouteExpense(
            RequestBefore requestBefore,
            AskWhoHolds askWhoHolds,
            Ownerships ownerships,
            Routes routes,
            KeepApproval keepApproval,
            NextLevel nextLevel,
            Transactions transactions,
            Clock clock) {
        this.requestBefore = requestBefore;
        this.askWhoHolds = askWhoHolds;
        this.ownerships = ownerships;
        this.routes = routes;
        this.keepApproval = keepApproval;
        this.nextLevel = nextLevel;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> reroute(ExpenseId id, String text, Caller caller) {
        var administrator = Voters.of(caller).orElseThrow(PermissionDenied::new);
        var reason = new Remark(administrator.person(), text, clock.instant());
        return transactions
                .inFirm(requestBefore.hold(id, administrator))
                .map(request -> request.value().matter())
                .flatMap(matter -> askWhoHolds.unlessTold(matter.property(), matter.date()))
                .flatMap(answer -> transactions.inFirm(requestBefore
                        .hold(id, administrator)
                        .flatMap(request -> rerouted(request, answer, reason))
                        .then()));
    }

    private Mono<Versioned<ApprovalRequest>> rerouted(
            Versioned<ApprovalRequest> request, Optional<Ownership> answer, Remark reason) {
        var matter = request.value().matter();
        return ownerships
                .of(matter.property(), matter.date())
                .switchIfEmpty(Mono.justOrEmpty(answer))
                .switchIfEmpty(Mono.error(() -> new ProblemException(Problems.unavailable())))
                .flatMap(ownership -> routes.wantedRule(matter.expense()).map(rule -> Ballot.of(rule, ownership)))
                .flatMap(ballot ->
                        keepApproval.reseated(request.version(), request.value().reroute(ballot, reason)))
                .flatMap(nextLevel::ifNobodyIsLeft);
    }
}
