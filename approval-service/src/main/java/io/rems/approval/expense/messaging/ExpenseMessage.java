package io.rems.approval.expense.messaging;

import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of expenses as other services read them; fields are added, never changed. */
sealed interface ExpenseMessage {

    @PublishedEvent(
            type = "rems.approval.ExpenseRecorded.v1",
            subject = "expense",
            description = "Somebody has put down an expense; it waits for being submitted.")
    record ExpenseRecordedV1(
            UUID expenseId,
            UUID propertyId,
            @Nullable UUID unitId,
            UUID categoryId,
            @Nullable UUID typeId,
            @Nullable UUID vendorId,
            Money amount,
            @Nullable Money tax,
            LocalDate date,
            String description,
            String priority,
            String submitter)
            implements ExpenseMessage {

        static ExpenseRecordedV1 of(UUID id, Details details, String submitter) {
            return new ExpenseRecordedV1(
                    id,
                    details.property().value(),
                    details.unit(),
                    details.category(),
                    details.type(),
                    details.vendor(),
                    details.amount(),
                    details.tax(),
                    details.date(),
                    details.description(),
                    details.priority().name(),
                    submitter);
        }
    }

    @PublishedEvent(
            type = "rems.approval.ExpenseSubmitted.v1",
            subject = "expense",
            description = "An expense is to be decided on.")
    record ExpenseSubmittedV1(UUID expenseId, @Nullable UUID submitter, Instant submittedAt)
            implements ExpenseMessage {}

    static Message of(ExpenseEvent event, long version, String actor) {
        return switch (event) {
            case ExpenseEvent.ExpenseRecorded(var id, var details) ->
                Message.of(id.value(), version, ExpenseRecordedV1.of(id.value(), details, actor));
            case ExpenseEvent.ExpenseSubmitted(var id, var submission) ->
                Message.of(
                        id.value(),
                        version,
                        new ExpenseSubmittedV1(
                                id.value(),
                                submission.by() == null ? null : submission.by().value(),
                                submission.at()));
        };
    }
}
