package io.rems.approval.recurrence;

import io.rems.platform.Money;
import io.rems.platform.Versioned;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recurring expense as the API shows it.
 *
 * @param submitter in whose name its expenses are submitted
 * @param nextOn the day of the next one; absent where none comes
 * @param stoppedBecause why it is paused
 */
record RecurringView(
        UUID id,
        UUID propertyId,
        @Nullable UUID unitId,
        UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        Money amount,
        @Nullable Money tax,
        String description,
        String priority,
        ScheduleBody schedule,
        boolean submit,
        @Nullable UUID submitter,
        RecurringStatus status,
        @Nullable LocalDate nextOn,
        @Nullable String stoppedBecause,
        long version) {

    static RecurringView of(Versioned<RecurringExpense> kept) {
        var recurring = kept.value();
        var details = recurring.details();
        return new RecurringView(
                recurring.id(),
                details.property().value(),
                details.unit(),
                details.category(),
                details.type(),
                details.vendor(),
                details.amount(),
                details.tax(),
                details.description(),
                details.priority().name(),
                ScheduleBody.of(recurring.schedule()),
                recurring.submit(),
                recurring.submitter(),
                recurring.status(),
                recurring.nextOn(),
                recurring.stoppedBecause(),
                kept.version());
    }
}
