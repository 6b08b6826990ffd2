package io.rems.ownership.owner;

import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public forms of what happens to owners; contacts, documents and accounts stay in this service. */
final class OwnerEvents {

    /**
     * The owner as he is now.
     *
     * @param snapshot true where nothing happened, and he is told of for who did not hear of it
     */
    @PublishedEvent(
            type = "rems.ownership.OwnerRegistered.v1",
            subject = "owner",
            description = "The firm works for another owner.")
    @PublishedEvent(
            type = "rems.ownership.OwnerChanged.v1",
            subject = "owner",
            description = "What is known of an owner has changed.")
    @PublishedEvent(
            type = "rems.ownership.OwnerArchived.v1",
            subject = "owner",
            description = "The firm no longer works for an owner; he holds nothing.")
    @PublishedEvent(
            type = "rems.ownership.OwnerRestored.v1",
            subject = "owner",
            description = "The firm works for an archived owner again.")
    record OwnerState(
            UUID ownerId,
            String name,
            @Nullable String otherName,
            OwnerType type,
            OwnerStatus status,
            @Nullable String language,
            @Nullable String reason,
            @Nullable Boolean snapshot) {}

    private OwnerEvents() {}

    static Message registered(Owner owner) {
        return message("OwnerRegistered", new Versioned<>(owner, 1), null);
    }

    /** For who did not hear of him. */
    static List<Message> told(Versioned<Owner> owner) {
        var registered = message("OwnerRegistered", owner, null, true);
        return switch (owner.value().status()) {
            case ACTIVE -> List.of(registered);
            case ARCHIVED -> List.of(registered, message("OwnerArchived", owner, null, true));
            case MERGED -> List.of(registered, merged(owner));
        };
    }

    private static Message merged(Versioned<Owner> owner) {
        var into = Objects.requireNonNull(owner.value().mergedInto());
        return new OwnerMerged(owner.value().id(), into, true).message(owner.version());
    }

    static Message changed(Versioned<Owner> owner) {
        return message("OwnerChanged", owner, null);
    }

    static Message statusChanged(Versioned<Owner> owner, @Nullable String reason) {
        return switch (owner.value().status()) {
            case ARCHIVED -> message("OwnerArchived", owner, reason);
            case ACTIVE -> message("OwnerRestored", owner, reason);
            case MERGED -> throw new IllegalArgumentException("A merger tells of itself");
        };
    }

    private static Message message(String event, Versioned<Owner> owner, @Nullable String reason) {
        return message(event, owner, reason, null);
    }

    private static Message message(
            String event, Versioned<Owner> owner, @Nullable String reason, @Nullable Boolean snapshot) {
        var now = owner.value();
        return new Message(
                "rems.ownership." + event + ".v1",
                now.id(),
                owner.version(),
                new OwnerState(
                        now.id(),
                        now.name(),
                        now.otherName(),
                        now.type(),
                        now.status(),
                        now.language(),
                        reason,
                        snapshot));
    }
}
