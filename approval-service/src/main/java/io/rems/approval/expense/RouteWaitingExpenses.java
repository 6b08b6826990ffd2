package io.rems.approval.expense;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Expense.Unrouted;
import io.rems.approval.ownership.HoldersAwaited;
import io.rems.approval.ownership.OwnershipAuthority;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.RouteExpense;
import io.rems.approval.routing.domain.Claim;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Tries again to route what waits: by what ownership-service has told meanwhile, else by asking it, with no transaction
 * open while it is asked. An attempt that fails is followed by a later one.
 */
@Service
public class RouteWaitingExpenses implements HoldersAwaited {

    private final WaitingExpenses waiting;
    private final Expenses expenses;
    private final RouteExpense routeExpense;
    private final OwnershipAuthority authority;
    private final Transactions transactions;
    private final Clock clock;

    RouteWaitingExpenses(
            WaitingExpenses waiting,
            Expenses expenses,
            RouteExpense routeExpense,
            OwnershipAuthority authority,
            Transactions transactions,
            Clock clock) {
        this.waiting = waiting;
        this.expenses = expenses;
        this.routeExpense = routeExpense;
        this.authority = authority;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<List<Due>> due() {
        return Mono.defer(() -> waiting.due(clock.instant()));
    }

    @Override
    public Mono<Void> told(PropertyId property) {
        return Mono.defer(() -> waiting.hasten(property, clock.instant()));
    }

    public Mono<Void> route(Due due) {
        var id = new ExpenseId(due.id());
        return transactions
                .inFirm(stillUnknown(id))
                .flatMap(claim -> authority.ask(due.firm(), claim.property(), claim.date()))
                .flatMap(ownership -> transactions.inFirm(routed(id, ownership)));
    }

    /** What is left to be asked, after an attempt by what was told. */
    private Mono<Claim> stillUnknown(ExpenseId id) {
        return waiting.claim(id, clock.instant())
                .filter(claimed -> claimed)
                .flatMap(_ -> unrouted(id, found -> {
                    var claim = found.value().claim();
                    return routeExpense
                            .route(claim, found.version())
                            .hasElement()
                            .flatMap(routed -> routed ? done(id) : Mono.just(claim));
                }));
    }

    private Mono<Void> routed(ExpenseId id, Ownership ownership) {
        return unrouted(
                id,
                found -> routeExpense
                        .route(found.value().claim(), ownership, found.version())
                        .then(done(id)));
    }

    private <T> Mono<T> done(ExpenseId id) {
        return waiting.remove(id).then(Mono.empty());
    }

    /** Somebody else may have routed it meanwhile; then nothing is left to do. */
    private <T> Mono<T> unrouted(ExpenseId id, Function<Versioned<Unrouted>, Mono<T>> work) {
        return expenses.lock(id).flatMap(found -> switch (found.value()) {
            case Unrouted unrouted -> work.apply(new Versioned<>(unrouted, found.version()));
            case Expense.Draft _,
                    Expense.Pending _,
                    Expense.Escalated _,
                    Expense.Returned _,
                    Expense.Withdrawn _,
                    Expense.Approved _,
                    Expense.Rejected _,
                    Expense.Paid _,
                    Expense.Void _ -> done(id);
        });
    }
}
