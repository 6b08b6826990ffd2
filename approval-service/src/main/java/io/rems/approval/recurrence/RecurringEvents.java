package io.rems.approval.recurrence;

import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public forms of what happens to recurring expenses. */
final class RecurringEvents {

    static final String ADDED = "rems.approval.RecurringExpenseAdded.v1";
    static final String CHANGED = "rems.approval.RecurringExpenseChanged.v1";
    static final String PAUSED = "rems.approval.RecurringExpensePaused.v1";
    static final String RESUMED = "rems.approval.RecurringExpenseResumed.v1";
    static final String ENDED = "rems.approval.RecurringExpenseEnded.v1";

    /** The recurring expense as it is now. */
    @PublishedEvent(type = ADDED, subject = "recurring expense", description = "An expense is to come again and again.")
    @PublishedEvent(
            type = CHANGED,
            subject = "recurring expense",
            description = "What is to come again and again is different from now on.")
    @PublishedEvent(
            type = PAUSED,
            subject = "recurring expense",
            description = "An expense does not come for now: somebody said so, or it could not be recorded (reason).")
    @PublishedEvent(type = RESUMED, subject = "recurring expense", description = "A paused expense comes again.")
    @PublishedEvent(type = ENDED, subject = "recurring expense", description = "An expense does not come any more.")
    record RecurringState(
            UUID recurringExpenseId,
            UUID propertyId,
            UUID categoryId,
            @Nullable UUID vendorId,
            Money amount,
            String description,
            int everyMonths,
            int day,
            LocalDate from,
            @Nullable LocalDate until,
            RecurringStatus status,
            @Nullable LocalDate nextOn,
            @Nullable String reason) {}

    @PublishedEvent(
            type = "rems.approval.RecurringExpenseOccurred.v1",
            subject = "recurring expense",
            description = "An occurrence of a recurring expense is recorded; late if its day was over by then.")
    record RecurringExpenseOccurred(UUID recurringExpenseId, UUID expenseId, LocalDate date, boolean late) {}

    private RecurringEvents() {}

    static Message state(String type, Versioned<RecurringExpense> changed) {
        var recurring = changed.value();
        var details = recurring.details();
        var schedule = recurring.schedule();
        return new Message(
                type,
                recurring.id(),
                changed.version(),
                new RecurringState(
                        recurring.id(),
                        details.property().value(),
                        details.category(),
                        details.vendor(),
                        details.amount(),
                        details.description(),
                        schedule.everyMonths(),
                        schedule.day(),
                        schedule.from(),
                        schedule.until(),
                        recurring.status(),
                        recurring.nextOn(),
                        recurring.stoppedBecause()));
    }

    static Message occurred(UUID recurring, long version, UUID expense, LocalDate date, boolean late) {
        return Message.of(recurring, version, new RecurringExpenseOccurred(recurring, expense, date, late));
    }
}
