package io.rems.approval.maintenance;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.ChangeExpense;
import io.rems.approval.expense.KeepExpense;
import io.rems.approval.expense.domain.Expense;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.problem.InvalidRequest;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets the latest asking of an order be the only one, for what was asked before would be spent beside it: it is void,
 * unless it is paid already. What is before those who decide is theirs first.
 */
@Service
class ReplaceAsks {

    private static final String REASON = "Asked anew for the same maintenance order";

    private final R2dbcAsks asks;
    private final KeepExpense keepExpense;
    private final ChangeExpense changeExpense;

    ReplaceAsks(R2dbcAsks asks, KeepExpense keepExpense, ChangeExpense changeExpense) {
        this.asks = asks;
        this.keepExpense = keepExpense;
        this.changeExpense = changeExpense;
    }

    /** In the transaction of the caller. Fails where a later asking is known already. */
    Mono<Void> before(Ask ask) {
        return asks.isLatest(ask)
                .flatMap(latest -> latest
                        ? asks.before(ask)
                        : Mono.error(new InvalidRequest("ask", "SUPERSEDED", "is older than what was asked since")))
                .flatMapMany(Flux::fromIterable)
                .concatMap(earlier -> takenBack(new ExpenseId(earlier.expenseId())))
                .then();
    }

    private Mono<Void> takenBack(ExpenseId id) {
        return keepExpense.hold(id).flatMap(found -> switch (found.value()) {
            case Expense.Draft _, Expense.Withdrawn _, Expense.Approved _ -> declaredVoid(id);
            case Expense.Rejected _, Expense.Paid _, Expense.Void _ -> Mono.empty();
            case Expense.Submitted _, Expense.Routing _, Expense.Pending _, Expense.Escalated _, Expense.Returned _ ->
                Mono.error(new InvalidRequest(
                        "ask", "UNDER_DECISION", "must wait until what was asked before is decided on or withdrawn"));
        });
    }

    private Mono<Void> declaredVoid(ExpenseId id) {
        return CurrentCaller.get().flatMap(caller -> changeExpense.declareVoid(id, REASON, caller));
    }
}
