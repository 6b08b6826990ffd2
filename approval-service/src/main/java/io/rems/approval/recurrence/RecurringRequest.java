package io.rems.approval.recurrence;

import io.rems.approval.expense.AskedDetails;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.access.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to come again and again; {@code id} is for new ones only. */
record RecurringRequest(
        @Nullable UUID id,
        @NotNull UUID propertyId,
        @Nullable UUID unitId,
        @NotNull UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        @NotNull Money amount,
        @Nullable Money tax,
        @NotBlank @Size(max = 2000) String description,
        @Nullable Priority priority,
        @NotNull @Valid ScheduleBody schedule,
        @Nullable Boolean submit) {

    UUID identifier() {
        return id == null ? Identifiers.next() : id;
    }

    RecurringExpense recurring(UUID recurring, Caller caller) {
        var days = schedule.schedule();
        return RecurringExpense.begun(recurring, details(days), days, Boolean.TRUE.equals(submit), caller.userId());
    }

    private Details details(Schedule days) {
        return AskedDetails.of(
                propertyId, unitId, categoryId, typeId, vendorId, amount, tax, days.from(), description, priority);
    }
}
