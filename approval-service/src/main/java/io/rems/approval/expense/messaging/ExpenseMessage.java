package io.rems.approval.expense.messaging;

import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.ExpenseEvent;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    record ExpenseSubmittedV1(UUID expenseId, @Nullable UUID submitter, Instant submittedAt, int round)
            implements ExpenseMessage {}

    /** The expense as it is now; {@code changed} names the fields that were different before. */
    @PublishedEvent(
            type = "rems.approval.ExpenseChanged.v1",
            subject = "expense",
            description = "The facts of an expense have been corrected.")
    record ExpenseChangedV1(
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
            List<String> changed)
            implements ExpenseMessage {

        static ExpenseChangedV1 of(UUID id, Details details, Set<String> changed) {
            return new ExpenseChangedV1(
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
                    List.copyOf(changed));
        }
    }

    @PublishedEvent(
            type = "rems.approval.ExpenseVoided.v1",
            subject = "expense",
            description = "An expense does not count any more.")
    record ExpenseVoidedV1(
            UUID expenseId, UUID propertyId, Money amount, String stateBefore, String reason, Instant voidedAt)
            implements ExpenseMessage {}

    @PublishedEvent(
            type = "rems.approval.ExpenseDeleted.v1",
            subject = "expense",
            description = "A draft is gone, with its attachments.")
    record ExpenseDeletedV1(UUID expenseId) implements ExpenseMessage {}

    static Message of(ExpenseEvent event, long version, String actor) {
        return switch (event) {
            case ExpenseEvent.ExpenseRecorded(var id, var details) ->
                Message.of(id.value(), version, ExpenseRecordedV1.of(id.value(), details, actor));
            case ExpenseEvent.ExpenseChanged(var id, var details, var fields) ->
                Message.of(id.value(), version, ExpenseChangedV1.of(id.value(), details, fields));
            case ExpenseEvent.ExpenseVoided(var id, var details, var before, var voiding) ->
                Message.of(
                        id.value(),
                        version,
                        new ExpenseVoidedV1(
                                id.value(),
                                details.property().value(),
                                details.amount(),
                                before.name(),
                                voiding.reason(),
                                voiding.at()));
            case ExpenseEvent.ExpenseDeleted(var id) ->
                Message.of(id.value(), version, new ExpenseDeletedV1(id.value()));
            case ExpenseEvent.ExpenseSubmitted(var id, var round, var submission) ->
                Message.of(
                        id.value(),
                        version,
                        new ExpenseSubmittedV1(
                                id.value(),
                                submission.by() == null ? null : submission.by().value(),
                                submission.at(),
                                round));
        };
    }
}
