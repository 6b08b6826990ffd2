package io.rems.ownership.owner;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a merger of two entries. */
@PublishedEvent(
        type = "rems.ownership.OwnerMerged.v1",
        subject = "owner",
        description =
                "An owner was registered twice: what was his under this entry is under the other one from now on. Where that "
                        + "one is merged later, this is told again with the last one.")
record OwnerMerged(UUID ownerId, UUID intoOwnerId) {

    Message message(long version) {
        return Message.of(ownerId, version, this);
    }
}
