package io.rems.ownership.property;

import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire forms of what happens to units. */
final class UnitEvents {

    /**
     * The unit as it is now.
     *
     * @param snapshot true where nothing happened, and it is told of for who did not hear of it
     */
    @PublishedEvent(
            type = "rems.ownership.UnitRegistered.v1",
            subject = "unit",
            description = "A property has another unit.")
    @PublishedEvent(
            type = "rems.ownership.UnitChanged.v1",
            subject = "unit",
            description = "What is known of a unit has changed.")
    record UnitState(
            UUID unitId,
            UUID propertyId,
            String number,
            UnitType type,
            UnitStatus status,
            @Nullable Integer livingRooms,
            @Nullable Integer bedrooms,
            @Nullable Integer bathrooms,
            @Nullable Integer parkingSpaces,
            @Nullable BigDecimal area,
            @Nullable Money baseRent,
            @Nullable Boolean snapshot) {

        static UnitState of(Unit unit, @Nullable Boolean snapshot) {
            var features = unit.features();
            return new UnitState(
                    unit.id(),
                    unit.propertyId(),
                    unit.number(),
                    features.type(),
                    unit.status(),
                    features.livingRooms(),
                    features.bedrooms(),
                    features.bathrooms(),
                    features.parkingSpaces(),
                    features.area(),
                    features.baseRent(),
                    snapshot);
        }
    }

    /**
     * A change of the status, and why.
     *
     * @param snapshot true where nothing happened, and it is told of for who did not hear of it
     */
    @PublishedEvent(
            type = "rems.ownership.UnitArchived.v1",
            subject = "unit",
            description = "A unit is not let any more.")
    @PublishedEvent(
            type = "rems.ownership.UnitRestored.v1",
            subject = "unit",
            description = "An archived unit can be let again.")
    record UnitStatusChanged(
            UUID unitId,
            UUID propertyId,
            String number,
            UnitStatus status,
            @Nullable String reason,
            @Nullable Boolean snapshot) {}

    private UnitEvents() {}

    static Message registered(Unit unit) {
        return new Message("rems.ownership.UnitRegistered.v1", unit.id(), 1, UnitState.of(unit, null));
    }

    /** For who did not hear of it. */
    static List<Message> told(Versioned<Unit> unit) {
        var now = unit.value();
        var registered =
                new Message("rems.ownership.UnitRegistered.v1", now.id(), unit.version(), UnitState.of(now, true));
        return switch (now.status()) {
            case ACTIVE -> List.of(registered);
            case ARCHIVED -> List.of(registered, statusChanged(unit, null, true));
        };
    }

    static Message changed(Versioned<Unit> unit) {
        return new Message(
                "rems.ownership.UnitChanged.v1", unit.value().id(), unit.version(), UnitState.of(unit.value(), null));
    }

    static Message statusChanged(Versioned<Unit> unit, @Nullable String reason) {
        return statusChanged(unit, reason, null);
    }

    private static Message statusChanged(Versioned<Unit> unit, @Nullable String reason, @Nullable Boolean snapshot) {
        var now = unit.value();
        var type = switch (now.status()) {
            case ARCHIVED -> "rems.ownership.UnitArchived.v1";
            case ACTIVE -> "rems.ownership.UnitRestored.v1";
        };
        return new Message(
                type,
                now.id(),
                unit.version(),
                new UnitStatusChanged(now.id(), now.propertyId(), now.number(), now.status(), reason, snapshot));
    }
}
