package io.rems.ownership.valuation;

import io.rems.ownership.property.Given;
import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ValuationRequest(
        @Nullable UUID id,
        @NotNull LocalDate valuedOn,
        @NotNull Money amount,
        @NotNull ValuationMethod method,
        @Nullable @Size(max = 200) String appraiser,
        @Nullable @Size(max = 2000) String note) {

    Valuation recorded(UUID property) {
        return as(id == null ? Identifiers.next() : id, property);
    }

    Valuation corrected(UUID valuation, UUID property) {
        if (id != null && !id.equals(valuation)) {
            throw new InvalidRequest("id", "IMMUTABLE", "The valuation of this address has another id.");
        }
        return as(valuation, property);
    }

    private Valuation as(UUID valuation, UUID property) {
        if (!amount.isPositive()) {
            throw new InvalidRequest("amount", "NOT_POSITIVE", "A property is worth more than nothing.");
        }
        Given.day("valuedOn", valuedOn);
        return new Valuation(valuation, property, valuedOn, amount, method, appraiser, note);
    }
}
