package io.rems.ownership.transfer.web;

import io.rems.ownership.transfer.TransferView.PartyType;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gives: an owner, or the firm what nobody holds. */
record PartyRequest(@NotNull PartyType type, @Nullable UUID ownerId) {

    /** The owner; null for the firm. */
    @Nullable
    UUID owner(String field) {
        return owner(type, ownerId, field);
    }

    static @Nullable UUID owner(PartyType type, @Nullable UUID ownerId, String field) {
        if ((type == PartyType.OWNER) == (ownerId == null)) {
            throw new InvalidRequest(field + ".ownerId", "INVALID", "Name the owner, and none for the firm");
        }
        return ownerId;
    }
}
