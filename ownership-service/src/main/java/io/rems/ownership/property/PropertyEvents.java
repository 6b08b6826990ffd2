package io.rems.ownership.property;

import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire forms of what happens to properties. */
final class PropertyEvents {

    /**
     * The property as it is now.
     *
     * @param snapshot true where nothing happened, and it is told of for who did not hear of it
     */
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
            PropertyStatus status,
            @Nullable String location,
            @Nullable String address,
            @Nullable BigDecimal area,
            @Nullable Integer constructionYear,
            @Nullable Money constructionCost,
            @Nullable String permitNumber,
            @Nullable Money purchasePrice,
            @Nullable LocalDate purchaseDate,
            @Nullable Boolean snapshot) {

        static PropertyState of(Property property, @Nullable Boolean snapshot) {
            return new PropertyState(
                    property.id(),
                    property.code(),
                    property.name(),
                    property.type(),
                    property.status(),
                    property.location(),
                    property.address(),
                    property.area(),
                    property.constructionYear(),
                    property.constructionCost(),
                    property.permitNumber(),
                    property.purchasePrice(),
                    property.purchaseDate(),
                    snapshot);
        }
    }

    /**
     * A change of the status, and why.
     *
     * @param snapshot true where nothing happened, and it is told of for who did not hear of it
     */
    @PublishedEvent(
            type = "rems.ownership.PropertyArchived.v1",
            subject = "property",
            description = "The firm no longer works with a property; nothing is added to it from now on.")
    @PublishedEvent(
            type = "rems.ownership.PropertyRestored.v1",
            subject = "property",
            description = "The firm works with an archived property again.")
    record PropertyStatusChanged(
            UUID propertyId,
            String code,
            PropertyStatus status,
            @Nullable String reason,
            @Nullable Boolean snapshot) {}

    private PropertyEvents() {}

    static Message registered(Property property) {
        return new Message("rems.ownership.PropertyRegistered.v1", property.id(), 1, PropertyState.of(property, null));
    }

    /** For who did not hear of it. */
    static List<Message> told(Versioned<Property> property) {
        var now = property.value();
        var registered = new Message(
                "rems.ownership.PropertyRegistered.v1", now.id(), property.version(), PropertyState.of(now, true));
        return switch (now.status()) {
            case ACTIVE -> List.of(registered);
            case ARCHIVED -> List.of(registered, statusChanged(property, null, true));
        };
    }

    static Message changed(Property property, long version) {
        return new Message(
                "rems.ownership.PropertyChanged.v1", property.id(), version, PropertyState.of(property, null));
    }

    static Message statusChanged(Versioned<Property> property, @Nullable String reason) {
        return statusChanged(property, reason, null);
    }

    private static Message statusChanged(
            Versioned<Property> property, @Nullable String reason, @Nullable Boolean snapshot) {
        var now = property.value();
        var type = switch (now.status()) {
            case ARCHIVED -> "rems.ownership.PropertyArchived.v1";
            case ACTIVE -> "rems.ownership.PropertyRestored.v1";
        };
        return new Message(
                type,
                now.id(),
                property.version(),
                new PropertyStatusChanged(now.id(), now.code(), now.status(), reason, snapshot));
    }
}
