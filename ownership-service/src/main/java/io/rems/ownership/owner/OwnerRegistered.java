package io.rems.ownership.owner;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a new owner; contacts stay in this service. */
@PublishedEvent(
        type = "rems.ownership.OwnerRegistered.v1",
        subject = "owner",
        description = "The firm works for another owner.")
record OwnerRegistered(UUID ownerId, String name, OwnerType type) {

    static Message of(Owner owner) {
        return Message.of(owner.id(), 1, new OwnerRegistered(owner.id(), owner.name(), owner.type()));
    }
}
