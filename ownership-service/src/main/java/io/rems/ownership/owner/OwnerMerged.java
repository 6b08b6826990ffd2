package io.rems.ownership.owner;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form of a merger of two entries.
 *
 * @param snapshot true where nothing happened, and it is told of for who did not hear of it
 */
@PublishedEvent(
        type = "rems.ownership.OwnerMerged.v1",
        subject = "owner",
        description =
                "An owner was registered twice: what was his under this entry is under the other one from now on. Where that "
                        + "one is merged later, this is told again with the last one.")
record OwnerMerged(UUID ownerId, UUID intoOwnerId, @Nullable Boolean snapshot) {

    Message message(long version) {
        return Message.of(ownerId, version, this);
    }
}
