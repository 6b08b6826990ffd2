package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Share;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period that somebody asks for, before the owner is looked up; by him its type is chosen if nobody says it. */
public record NewPeriod(
        PeriodId id, UUID ownerId, @Nullable HoldingType type, Share share, Validity validity, Terms terms) {

    OwnershipPeriod heldBy(KnownOwner owner) {
        return OwnershipPeriod.begun(
                id, owner.holder(), type == null ? owner.usualType() : type, share, validity, terms);
    }

    OwnershipPeriod correcting(OwnershipPeriod wrong, KnownOwner owner) {
        return wrong.revised(owner.holder(), type == null ? owner.usualType() : type, share, validity, terms);
    }
}
