package io.rems.approval.expense.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import java.util.Set;

/**
 * Other details of an expense. Those that a decision rests on are free in a draft and in what was given or taken back, locked
 * while it is before anyone and after a rejection or payment, and open a new round once it is approved; the others may change until it is void.
 */
record Change(Expense expense, Details next) {

    Outcome<Expense, ExpenseEvent> by(Submission submission) {
        var differing = expense.details().differing(next);
        return differing.isEmpty() ? accepted(expense) : changed(differing, Details.decisive(differing), submission);
    }

    private Outcome<Expense, ExpenseEvent> changed(Set<String> differing, Set<String> decisive, Submission submission) {
        return switch (expense) {
            case Expense.Draft _, Expense.Returned _, Expense.Withdrawn _ -> accepted(with(next), event(differing));
            case Expense.Void _ -> refused(new ExpenseLocked(expense.state(), differing));
            case Expense _ when decisive.isEmpty() -> accepted(with(next), event(differing));
            case Expense.Approved approved -> submittedAgain(approved, event(differing), submission);
            case Expense.Submitted _,
                    Expense.Routing _,
                    Expense.Pending _,
                    Expense.Escalated _,
                    Expense.Rejected _,
                    Expense.Paid _ -> refused(new ExpenseLocked(expense.state(), decisive));
        };
    }

    private ExpenseEvent event(Set<String> differing) {
        return new ExpenseEvent.ExpenseChanged(expense.id(), next, differing);
    }

    private Outcome<Expense, ExpenseEvent> submittedAgain(
            Expense.Approved approved, ExpenseEvent change, Submission submission) {
        var id = approved.id();
        var round = approved.round() + 1;
        return accepted(
                new Expense.Submitted(id, round, next, submission),
                change,
                new ExpenseEvent.ExpenseSubmitted(id, round, submission));
    }

    private Expense with(Details details) {
        var id = expense.id();
        var round = expense.round();
        return switch (expense) {
            case Expense.Draft _ -> new Expense.Draft(id, round, details);
            case Expense.Submitted same -> new Expense.Submitted(id, round, details, same.submission());
            case Expense.Routing same -> new Expense.Routing(id, round, details, same.submission());
            case Expense.Pending _ -> new Expense.Pending(id, round, details);
            case Expense.Escalated _ -> new Expense.Escalated(id, round, details);
            case Expense.Returned _ -> new Expense.Returned(id, round, details);
            case Expense.Withdrawn _ -> new Expense.Withdrawn(id, round, details);
            case Expense.Approved _ -> new Expense.Approved(id, round, details);
            case Expense.Rejected _ -> new Expense.Rejected(id, round, details);
            case Expense.Paid _ -> new Expense.Paid(id, round, details);
            case Expense.Void same -> new Expense.Void(id, round, details, same.voiding());
        };
    }
}
