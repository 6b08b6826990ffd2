package io.rems.ownership.property;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A part of a property that can be let. */
record Unit(
        UUID id,
        UUID propertyId,
        String number,
        UnitStatus status,
        @JsonUnwrapped UnitFeatures features) {

    Unit having(UnitStatus next) {
        return new Unit(id, propertyId, number, next, features);
    }
}
