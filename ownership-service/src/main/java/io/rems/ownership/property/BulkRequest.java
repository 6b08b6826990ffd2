package io.rems.ownership.property;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many units at once, alike but for their numbers.
 *
 * @param pattern see {@link UnitPattern}
 * @param firstFloor the lowest one; basements are negative
 * @param firstUnit where counting begins on each floor; 1 if absent
 */
record BulkRequest(
        @NotBlank @Size(max = 100) String pattern,
        @NotNull @Min(-20) @Max(300) Integer firstFloor,
        @NotNull @Min(-20) @Max(300) Integer lastFloor,
        @NotNull @Min(1) @Max(2000) Integer unitsPerFloor,
        @Nullable @Min(1) @Max(99_999) Integer firstUnit,
        @NotNull @Valid Template template) {

    static final int MOST = 2_000;

    /** What all of them have. */
    record Template(
            @NotNull UnitType type,
            @Nullable @PositiveOrZero @Max(1000) Integer livingRooms,
            @Nullable @PositiveOrZero @Max(1000) Integer bedrooms,
            @Nullable @PositiveOrZero @Max(1000) Integer bathrooms,
            @Nullable @PositiveOrZero @Max(1000) Integer parkingSpaces,

            @Nullable @Positive @Digits(integer = 12, fraction = 2)
            BigDecimal area,

            @Nullable Money baseRent,
            @Nullable @Size(max = 2000) String note) {}

    List<String> numbers() {
        if (lastFloor < firstFloor) {
            throw new InvalidRequest("lastFloor", "OUT_OF_RANGE", "must not be below firstFloor");
        }
        if ((lastFloor - firstFloor + 1) * unitsPerFloor > MOST) {
            throw new InvalidRequest("unitsPerFloor", "TOO_MANY", "At most " + MOST + " units are created at once.");
        }
        return InvalidRequest.unless(
                "pattern",
                () -> new UnitPattern(pattern)
                        .numbers(firstFloor, lastFloor, Objects.requireNonNullElse(firstUnit, 1), unitsPerFloor));
    }

    List<Unit> in(UUID property) {
        var features = features();
        return numbers().stream()
                .map(number -> new Unit(Identifiers.next(), property, number, UnitStatus.ACTIVE, features))
                .toList();
    }

    UnitFeatures features() {
        return new UnitFeatures(
                template.type(),
                template.livingRooms(),
                template.bedrooms(),
                template.bathrooms(),
                template.parkingSpaces(),
                template.area(),
                Given.notNegative("template.baseRent", template.baseRent()),
                template.note());
    }
}
