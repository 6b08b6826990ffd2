package io.rems.approval.expense.web;

import io.rems.approval.expense.AskedDetails;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.access.Caller;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an expense is to be; {@code id} and {@code submit} are for new ones only. */
record ExpenseRequest(
        @Nullable UUID id,
        @NotNull UUID propertyId,
        @Nullable UUID unitId,
        @NotNull UUID categoryId,
        @Nullable UUID typeId,
        @Nullable UUID vendorId,
        @NotNull Money amount,
        @Nullable Money tax,
        @NotNull LocalDate date,
        @NotBlank @Size(max = 2000) String description,
        @Nullable Priority priority,
        @Nullable Boolean submit) {

    /** The same for the same command, so that one whose answer was lost finds what it did. */
    UUID identifier(Caller caller, @Nullable String idempotencyKey) {
        if (id != null) {
            return id;
        }
        return idempotencyKey == null
                ? Identifiers.next()
                : Identifiers.derived(
                        caller.firm().value(), String.join("/", caller.actor().id(), idempotencyKey, toString()));
    }

    boolean isNamedByKey(@Nullable String idempotencyKey) {
        return id == null && idempotencyKey != null;
    }

    boolean isToSubmit() {
        return Boolean.TRUE.equals(submit);
    }

    Details details() {
        return AskedDetails.of(
                propertyId, unitId, categoryId, typeId, vendorId, amount, tax, date, description, priority);
    }
}
