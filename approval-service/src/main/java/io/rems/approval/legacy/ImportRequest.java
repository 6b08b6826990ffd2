package io.rems.approval.legacy;

import io.rems.approval.expense.AskedDetails;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense of the old books.
 *
 * @param id the same for the same expense, so that it comes in once however often it is imported
 */
record ImportRequest(
        @NotNull UUID id,
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
        @NotNull @Valid ImportedDecision decision) {

    Details details() {
        return AskedDetails.of(
                propertyId, unitId, categoryId, typeId, vendorId, amount, tax, date, description, priority);
    }
}
