package io.rems.ownership.property;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire forms of what happens to properties and units. */
final class PropertyEvents {

    /** The property as it is now. */
    @PublishedEvent(
            type = "rems.ownership.PropertyRegistered.v1",
            subject = "property",
            description = "The firm manages another property.")
    @PublishedEvent(
            type = "rems.ownership.PropertyChanged.v1",
            subject = "property",
            description = "What is known of a property has changed.")
    record PropertyState(
            UUID propertyId,
            String code,
            String name,
            PropertyType type,
            @Nullable String location) {

        static PropertyState of(Property property) {
            return new PropertyState(
                    property.id(), property.code(), property.name(), property.type(), property.location());
        }
    }

    @PublishedEvent(
            type = "rems.ownership.UnitRegistered.v1",
            subject = "unit",
            description = "A property has another unit.")
    record UnitRegistered(UUID unitId, UUID propertyId, String number, UnitType type) {}

    private PropertyEvents() {}

    static Message added(Property property) {
        return new Message("rems.ownership.PropertyRegistered.v1", property.id(), 1, PropertyState.of(property));
    }

    static Message changed(Property property, long version) {
        return new Message("rems.ownership.PropertyChanged.v1", property.id(), version, PropertyState.of(property));
    }

    static Message added(Unit unit) {
        return Message.of(unit.id(), 1, new UnitRegistered(unit.id(), unit.propertyId(), unit.number(), unit.type()));
    }
}
