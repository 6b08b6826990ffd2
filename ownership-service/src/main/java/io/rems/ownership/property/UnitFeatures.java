package io.rems.ownership.property;

import io.rems.platform.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of a unit beside its number; the area is in square metres, the rent for a month. */
record UnitFeatures(
        UnitType type,
        @Nullable Integer livingRooms,
        @Nullable Integer bedrooms,
        @Nullable Integer bathrooms,
        @Nullable Integer parkingSpaces,
        @Nullable BigDecimal area,
        @Nullable Money baseRent,
        @Nullable String note) {}
