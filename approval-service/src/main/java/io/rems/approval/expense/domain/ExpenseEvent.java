package io.rems.approval.expense.domain;

import io.rems.approval.decision.domain.ExpenseId;
import java.util.Set;

/** What happened to an expense beside the decision on it. */
public sealed interface ExpenseEvent {

    record ExpenseRecorded(ExpenseId id, Details details) implements ExpenseEvent {}

    record ExpenseChanged(ExpenseId id, Details details, Set<String> fields) implements ExpenseEvent {}

    record ExpenseSubmitted(ExpenseId id, int round, Submission submission) implements ExpenseEvent {}

    record ExpenseVoided(ExpenseId id, Details details, ExpenseState before, Voiding voiding) implements ExpenseEvent {}

    record ExpenseDeleted(ExpenseId id) implements ExpenseEvent {}
}
