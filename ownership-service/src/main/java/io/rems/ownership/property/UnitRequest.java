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
        @Nullable @PositiveOrZero @Max(1000) Integer livingRooms,
        @Nullable @PositiveOrZero @Max(1000) Integer bedrooms,
        @Nullable @PositiveOrZero @Max(1000) Integer bathrooms,
        @Nullable @PositiveOrZero @Max(1000) Integer parkingSpaces,

        @Nullable @Positive @Digits(integer = 12, fraction = 2)
        BigDecimal area,

        @Nullable Money baseRent,
        @Nullable @Size(max = 2000) String note) {

    Unit in(UUID property) {
        return new Unit(id == null ? Identifiers.next() : id, property, number, UnitStatus.ACTIVE, features());
    }

    /** The unit as it is to be. */
    Unit change(Unit unit) {
        if (id != null && !id.equals(unit.id())) {
            throw new InvalidRequest("id", "IMMUTABLE", "The unit of this address has another id.");
        }
        return new Unit(unit.id(), unit.propertyId(), number, unit.status(), features());
    }

    private UnitFeatures features() {
        return new UnitFeatures(
                type,
                livingRooms,
                bedrooms,
                bathrooms,
                parkingSpaces,
                area,
                Given.notNegative("baseRent", baseRent),
                note);
    }
}
