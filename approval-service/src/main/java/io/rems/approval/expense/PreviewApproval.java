package io.rems.approval.expense;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.decision.Electorate;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.delegation.ConsiderDelegations;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.ownership.AskWhoHolds;
import io.rems.approval.ownership.CheckPremises;
import io.rems.approval.routing.FindRoute;
import io.rems.approval.routing.FoundRoute;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.domain.Route;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Who would approve an expense that is not there, were the caller to submit it now: by the way that submission itself
 * takes, but in no transaction and without a trace.
 */
@Service
public class PreviewApproval {

    private final CheckPremises checkPremises;
    private final CheckReferences checkReferences;
    private final AskWhoHolds askWhoHolds;
    private final SubmitExpense submitExpense;
    private final FindRoute findRoute;
    private final ConsiderDelegations considerDelegations;
    private final FirmCalendar calendar;
    private final Electorate electorate;
    private final Transactions transactions;
    private final Clock clock;

    PreviewApproval(
            CheckPremises checkPremises,
            CheckReferences checkReferences,
            AskWhoHolds askWhoHolds,
            SubmitExpense submitExpense,
            FindRoute findRoute,
            ConsiderDelegations considerDelegations,
            FirmCalendar calendar,
            Electorate electorate,
            Transactions transactions,
            Clock clock) {
        this.checkPremises = checkPremises;
        this.checkReferences = checkReferences;
        this.askWhoHolds = askWhoHolds;
        this.submitExpense = submitExpense;
        this.findRoute = findRoute;
        this.considerDelegations = considerDelegations;
        this.calendar = calendar;
        this.electorate = electorate;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param id of an expense that would become this one and does not count beside itself, or any other */
    public Mono<RoutingView> of(ExpenseId id, Details details, Caller caller) {
        var claim = new Expense.Submitted(id, 1, details, submitExpense.submission(caller)).claim();
        return checkPremises
                .check(details.property(), details.unit())
                .then(Mono.defer(() -> checkReferences.checkUnrecorded(details)))
                .then(Mono.defer(() -> askWhoHolds.of(details.property(), details.date())))
                .flatMap(ownership -> findRoute.of(claim, null, ownership))
                .flatMap(this::view);
    }

    private Mono<RoutingView> view(Route route) {
        var at = clock.instant();
        return calendar.time(route.terms().policy().patience().workingDaysOnly(), at)
                .flatMap(time -> switch (route.open(at, time)) {
                    case Refused<ApprovalRequest, ?>(var refusal) -> Mono.error(new RequestRefused(refusal));
                    case Accepted<ApprovalRequest, ?>(var request, var _) ->
                        transactions
                                .inFirm(electorate.of(request))
                                .map(reach -> request.escalateUnlessSomebodyIsLeft(reach, at))
                                .flatMap(outcome -> considered(new FoundRoute(route, state(outcome, request), at)));
                });
    }

    private static ApprovalRequest state(Outcome<ApprovalRequest, ?> outcome, ApprovalRequest otherwise) {
        return outcome instanceof Accepted<ApprovalRequest, ?>(var state, var _) ? state : otherwise;
    }

    private Mono<RoutingView> considered(FoundRoute found) {
        var view = found.view();
        return view.automatic()
                ? Mono.just(view)
                : considerDelegations.of(found.proposed()).map(view::with);
    }
}
