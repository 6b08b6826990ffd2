package io.rems.ownership.property;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record PropertyRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull PropertyType type,
        @Nullable @Size(max = 200) String location,
        @Nullable @Size(max = 500) String address,

        @Nullable @Positive @Digits(integer = 12, fraction = 2)
        BigDecimal area,

        @Nullable @Min(1000) @Max(2200) Integer constructionYear,
        @Nullable Money constructionCost,
        @Nullable @Size(max = 60) String permitNumber,
        @Nullable Money purchasePrice,
        @Nullable LocalDate purchaseDate,
        @Nullable @Size(max = 2000) String note) {

    Property added() {
        return as(id == null ? Identifiers.next() : id);
    }

    Property changed(UUID property) {
        if (id != null && !id.equals(property)) {
            throw new InvalidRequest("id", "IMMUTABLE", "The property of this address has another id.");
        }
        return as(property);
    }

    private Property as(UUID property) {
        return new Property(
                property,
                code,
                name,
                type,
                PropertyStatus.ACTIVE,
                location,
                address,
                area,
                constructionYear,
                Given.notNegative("constructionCost", constructionCost),
                permitNumber,
                Given.notNegative("purchasePrice", purchasePrice),
                Given.day("purchaseDate", purchaseDate),
                note);
    }
}
