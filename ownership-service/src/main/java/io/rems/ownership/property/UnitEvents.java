package io.rems.ownership.property;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The wire forms of what happens to units. */
final class UnitEvents {

    @PublishedEvent(
            type = "rems.ownership.UnitRegistered.v1",
            subject = "unit",
            description = "A property has another unit.")
    record UnitRegistered(UUID unitId, UUID propertyId, String number, UnitType type) {}

    private UnitEvents() {}

    static Message registered(Unit unit) {
        return Message.of(unit.id(), 1, new UnitRegistered(unit.id(), unit.propertyId(), unit.number(), unit.type()));
    }
}
