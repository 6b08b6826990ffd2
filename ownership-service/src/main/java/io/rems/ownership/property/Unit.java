package io.rems.ownership.property;

import io.rems.platform.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a property that can be let; the area is in square metres. */
record Unit(
        UUID id,
        UUID propertyId,
        String number,
        UnitType type,
        @Nullable Integer bedrooms,
        @Nullable Integer bathrooms,
        @Nullable BigDecimal area,
        @Nullable Money baseRent) {}
