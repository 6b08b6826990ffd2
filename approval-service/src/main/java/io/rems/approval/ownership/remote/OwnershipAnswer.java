package io.rems.approval.ownership.remote;

import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.Holding;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we use of ownership-service's answer to who holds a property on a day. */
record OwnershipAnswer(List<HolderAnswer> holders) {

    record HolderAnswer(@Nullable UUID ownerId, Share share, boolean primaryContact) {

        Holding toDomain() {
            var holder = ownerId == null ? Holder.FIRM : new Holder.Owner(new OwnerId(ownerId));
            return new Holding(holder, share, primaryContact);
        }
    }

    Ownership toDomain(PropertyId property, LocalDate day) {
        return new Ownership(
                property, day, holders.stream().map(HolderAnswer::toDomain).toList());
    }
}
