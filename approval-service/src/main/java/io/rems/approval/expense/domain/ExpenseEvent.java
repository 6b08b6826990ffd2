package io.rems.approval.expense.domain;

import io.rems.approval.decision.domain.ExpenseId;

/** What happened to an expense before it was put to anyone's decision. */
public sealed interface ExpenseEvent {

    record ExpenseRecorded(ExpenseId id, Details details) implements ExpenseEvent {}

    record ExpenseSubmitted(ExpenseId id, Submission submission) implements ExpenseEvent {}
}
