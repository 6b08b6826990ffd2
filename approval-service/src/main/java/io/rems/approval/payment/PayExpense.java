package io.rems.approval.payment;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.CheckReferences;
import io.rems.approval.expense.Expenses;
import io.rems.approval.expense.KeepExpense;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.approval.timeline.ExpenseLog;
import io.rems.platform.Money;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Records that an expense was paid, which it can be once and after its approval only. */
@Service
class PayExpense {

    private final KeepExpense keepExpense;
    private final Expenses expenses;
    private final CheckReferences checkReferences;
    private final R2dbcPayments payments;
    private final ExpenseLog log;
    private final Transactions transactions;

    PayExpense(
            KeepExpense keepExpense,
            Expenses expenses,
            CheckReferences checkReferences,
            R2dbcPayments payments,
            ExpenseLog log,
            Transactions transactions) {
        this.keepExpense = keepExpense;
        this.expenses = expenses;
        this.checkReferences = checkReferences;
        this.payments = payments;
        this.log = log;
        this.transactions = transactions;
    }

    Mono<Void> pay(Payment payment, Money amount) {
        return transactions.inFirm(
                keepExpense.hold(new ExpenseId(payment.expense())).flatMap(found -> paid(found, payment, amount)));
    }

    private Mono<Void> paid(Versioned<Expense> found, Payment payment, Money amount) {
        return switch (found.value().pay()) {
            case Refused<Expense, ExpenseEvent>(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted<Expense, ExpenseEvent> paid ->
                allowed(paid.state(), amount).then(Mono.defer(() -> kept(found.with(paid.state()), payment)));
        };
    }

    private Mono<Void> allowed(Expense expense, Money amount) {
        return amount.equals(expense.details().amount())
                ? checkReferences
                        .isVendorBlocked(expense.details())
                        .flatMap(blocked ->
                                blocked ? Mono.error(new RequestRefused(PaymentRefusal.VENDOR_BLOCKED)) : Mono.empty())
                : Mono.error(new InvalidRequest(
                        "amount",
                        "NOT_THE_AMOUNT",
                        "must be the whole amount: " + expense.details().amount()));
    }

    private Mono<Void> kept(Versioned<Expense> paid, Payment payment) {
        return expenses.save(paid, 1)
                .then(payments.add(payment))
                .then(log.append(List.of(ExpensePaid.of(payment, paid.value().details(), paid.version() + 1))));
    }
}
