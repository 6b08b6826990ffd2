package io.rems.ownership.property;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record UnitRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 40) String number,
        @NotNull UnitType type,
        @Nullable @PositiveOrZero @Max(1000) Integer bedrooms,
        @Nullable @PositiveOrZero @Max(1000) Integer bathrooms,

        @Nullable @Positive @Digits(integer = 12, fraction = 2)
        BigDecimal area,

        @Nullable Money baseRent) {

    Unit in(UUID property) {
        if (baseRent != null && baseRent.isNegative()) {
            throw new InvalidRequest("baseRent", "NEGATIVE", "A rent is not negative.");
        }
        return new Unit(
                id == null ? Identifiers.next() : id, property, number, type, bedrooms, bathrooms, area, baseRent);
    }
}
