package io.rems.approval.expense.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.routing.domain.Claim;
import io.rems.platform.Outcome;

/** What the firm spends, from its first note to its payment. Each approval that is asked for is a round of its own. */
public sealed interface Expense {

    ExpenseId id();

    /** The approval that is being asked for, or was asked for last; 1 until there was any. */
    int round();

    Details details();

    record Draft(ExpenseId id, int round, Details details) implements Expense {}

    /** Submitted and not before anyone yet. */
    sealed interface Unrouted extends Expense {

        Submission submission();

        default Claim claim() {
            var details = details();
            return new Claim(
                    id(),
                    Round.of(round(), submission().by()),
                    details.property(),
                    details.category(),
                    details.vendor(),
                    details.amount(),
                    details.date(),
                    details.description(),
                    details.priority());
        }
    }

    record Submitted(ExpenseId id, int round, Details details, Submission submission) implements Unrouted {

        public Routing waiting() {
            return new Routing(id, round, details, submission);
        }
    }

    /** Nobody can say yet who holds the property. */
    record Routing(ExpenseId id, int round, Details details, Submission submission) implements Unrouted {}

    /** Before those who decide. */
    record Pending(ExpenseId id, int round, Details details) implements Expense {}

    /** The same past its deadline. */
    record Escalated(ExpenseId id, int round, Details details) implements Expense {}

    /** Given back by one of those who were asked; it is the submitter's turn. */
    record Returned(ExpenseId id, int round, Details details) implements Expense {}

    /** Taken back before it was decided on. */
    record Withdrawn(ExpenseId id, int round, Details details) implements Expense {}

    record Approved(ExpenseId id, int round, Details details) implements Expense {}

    record Rejected(ExpenseId id, int round, Details details) implements Expense {}

    record Paid(ExpenseId id, int round, Details details) implements Expense {}

    /** Kept, and counted no longer. */
    record Void(ExpenseId id, int round, Details details, Voiding voiding) implements Expense {}

    default ExpenseState state() {
        return switch (this) {
            case Draft _ -> ExpenseState.DRAFT;
            case Submitted _ -> ExpenseState.SUBMITTED;
            case Routing _ -> ExpenseState.ROUTING;
            case Pending _ -> ExpenseState.PENDING;
            case Escalated _ -> ExpenseState.ESCALATED;
            case Returned _ -> ExpenseState.RETURNED;
            case Withdrawn _ -> ExpenseState.WITHDRAWN;
            case Approved _ -> ExpenseState.APPROVED;
            case Rejected _ -> ExpenseState.REJECTED;
            case Paid _ -> ExpenseState.PAID;
            case Void _ -> ExpenseState.VOID;
        };
    }

    /** Whoever submits twice, or what was decided, is told so; what was given or taken back begins its next round. */
    default Outcome<Expense, ExpenseEvent> submit(Submission submission) {
        return switch (this) {
            case Draft _ -> submitted(round(), submission);
            case Returned _, Withdrawn _ -> submitted(round() + 1, submission);
            case Submitted _, Routing _, Pending _, Escalated _, Approved _, Rejected _, Paid _, Void _ ->
                refused(ExpenseRefusal.ALREADY_SUBMITTED);
        };
    }

    private Outcome<Expense, ExpenseEvent> submitted(int next, Submission submission) {
        return accepted(
                new Submitted(id(), next, details(), submission),
                new ExpenseEvent.ExpenseSubmitted(id(), next, submission));
    }

    /** In full: whose payment is told by it is kept with the payment. */
    default Outcome<Expense, ExpenseEvent> pay() {
        return switch (this) {
            case Approved(var id, var round, var details) -> accepted(new Paid(id, round, details));
            case Paid _ -> refused(ExpenseRefusal.ALREADY_PAID);
            case Draft _, Submitted _, Routing _, Pending _, Escalated _, Returned _, Withdrawn _, Rejected _, Void _ ->
                refused(ExpenseRefusal.NOT_APPROVED);
        };
    }

    /** What waits for a decision is decided first, and what is paid for stays. */
    default Outcome<Expense, ExpenseEvent> declareVoid(Voiding voiding) {
        return switch (this) {
            case Draft _, Withdrawn _, Approved _, Rejected _ ->
                accepted(
                        new Void(id(), round(), details(), voiding),
                        new ExpenseEvent.ExpenseVoided(id(), details(), state(), voiding));
            case Paid _ -> refused(ExpenseRefusal.ALREADY_PAID);
            case Void _ -> refused(ExpenseRefusal.ALREADY_VOID);
            case Submitted _, Routing _, Pending _, Escalated _, Returned _ -> refused(ExpenseRefusal.UNDER_DECISION);
        };
    }

    /** What was submitted once is declared void instead, so that its story can be read. */
    default Outcome<Expense, ExpenseEvent> delete() {
        return switch (this) {
            case Draft draft -> accepted(draft, new ExpenseEvent.ExpenseDeleted(id()));
            case Submitted _,
                    Routing _,
                    Pending _,
                    Escalated _,
                    Returned _,
                    Withdrawn _,
                    Approved _,
                    Rejected _,
                    Paid _,
                    Void _ -> refused(ExpenseRefusal.NOT_A_DRAFT);
        };
    }

    /** Other details; see {@link Change}. */
    default Outcome<Expense, ExpenseEvent> change(Details next, Submission submission) {
        return new Change(this, next).by(submission);
    }
}
