package io.rems.approval.expense.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.routing.domain.Claim;
import io.rems.platform.Outcome;

/** An expense on its way to those who decide. */
public sealed interface Expense {

    ExpenseId id();

    Details details();

    record Draft(ExpenseId id, Details details) implements Expense {}

    /** Submitted and not before anyone yet. */
    sealed interface Unrouted extends Expense {

        Submission submission();

        default Claim claim() {
            var details = details();
            return new Claim(
                    id(),
                    details.property(),
                    details.vendor(),
                    details.amount(),
                    details.date(),
                    details.description(),
                    details.priority(),
                    submission().by());
        }
    }

    record Submitted(ExpenseId id, Details details, Submission submission) implements Unrouted {

        public Routing waiting() {
            return new Routing(id, details, submission);
        }
    }

    /** Nobody can say yet who holds the property. */
    record Routing(ExpenseId id, Details details, Submission submission) implements Unrouted {}

    /** Its approval says the rest. */
    record Routed(ExpenseId id, Details details) implements Expense {}

    /** Whoever submits twice, or what was decided, is told so. */
    default Outcome<Submitted, ExpenseEvent> submit(Submission submission) {
        return switch (this) {
            case Draft draft ->
                accepted(
                        new Submitted(draft.id(), draft.details(), submission),
                        new ExpenseEvent.ExpenseSubmitted(draft.id(), submission));
            case Submitted _, Routing _, Routed _ -> refused(ExpenseRefusal.ALREADY_SUBMITTED);
        };
    }
}
