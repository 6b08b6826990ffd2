package io.rems.approval.recurrence;

import io.rems.approval.expense.domain.Details;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded again and again.
 *
 * @param details of each expense, but for the date
 * @param submit whether each is submitted at once
 * @param submitter in whose name: who said what is to be recorded does not decide on it
 * @param nextOn absent where it does not come again
 * @param stoppedBecause why it is paused
 */
record RecurringExpense(
        UUID id,
        Details details,
        Schedule schedule,
        boolean submit,
        @Nullable UUID submitter,
        RecurringStatus status,
        @Nullable LocalDate nextOn,
        @Nullable String stoppedBecause) {

    static RecurringExpense begun(
            UUID id, Details details, Schedule schedule, boolean submit, @Nullable UUID submitter) {
        return new RecurringExpense(id, details, schedule, submit, submitter, RecurringStatus.ACTIVE, null, null)
                .from(schedule.from());
    }

    /** Other facts for what is still to come; what has been recorded stays. */
    RecurringExpense changed(RecurringExpense facts, LocalDate notBefore) {
        var same = new RecurringExpense(
                id, facts.details, facts.schedule, facts.submit, facts.submitter, status, nextOn, stoppedBecause);
        return status == RecurringStatus.ACTIVE ? same.from(notBefore) : same;
    }

    RecurringExpense paused(String reason) {
        return with(RecurringStatus.PAUSED, nextOn, reason);
    }

    RecurringExpense ended() {
        return with(RecurringStatus.ENDED, null, null);
    }

    /** After the occurrence that was due. */
    RecurringExpense afterwards(LocalDate occurrence) {
        return from(occurrence.plusDays(1));
    }

    /** Active from this day on, or ended where nothing comes any more. */
    RecurringExpense from(LocalDate notBefore) {
        return schedule.next(notBefore)
                .map(next -> with(RecurringStatus.ACTIVE, next, null))
                .orElseGet(this::ended);
    }

    private RecurringExpense with(RecurringStatus next, @Nullable LocalDate on, @Nullable String reason) {
        return new RecurringExpense(id, details, schedule, submit, submitter, next, on, reason);
    }
}
