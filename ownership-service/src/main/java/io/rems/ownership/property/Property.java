package io.rems.ownership.property;

import io.rems.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A building or a piece of land; the area is in square metres. */
record Property(
        UUID id,
        String code,
        String name,
        PropertyType type,
        PropertyStatus status,
        @Nullable String location,
        @Nullable String address,
        @Nullable BigDecimal area,
        @Nullable Integer constructionYear,
        @Nullable Money constructionCost,
        @Nullable String permitNumber,
        @Nullable Money purchasePrice,
        @Nullable LocalDate purchaseDate,
        @Nullable String note) {

    Property having(PropertyStatus next) {
        return new Property(
                id,
                code,
                name,
                type,
                next,
                location,
                address,
                area,
                constructionYear,
                constructionCost,
                permitNumber,
                purchasePrice,
                purchaseDate,
                note);
    }
}
