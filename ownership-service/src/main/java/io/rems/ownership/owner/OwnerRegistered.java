package io.rems.ownership.owner;

import io.rems.platform.events.Message;
import java.util.UUID;

/** The wire form of {@code rems.ownership.OwnerRegistered.v1}; contacts stay in this service. */
record OwnerRegistered(UUID ownerId, String name, OwnerType type) {

    static Message of(Owner owner) {
        return new Message(
                "rems.ownership.OwnerRegistered.v1",
                owner.id(),
                1,
                new OwnerRegistered(owner.id(), owner.name(), owner.type()));
    }
}
