package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Share;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Validity;
import java.util.UUID;

/** A period that somebody asks for, before the owner is looked up. */
public record NewPeriod(PeriodId id, UUID ownerId, Share share, Validity validity, Terms terms) {

    OwnershipPeriod heldBy(Holder holder) {
        return OwnershipPeriod.begun(id, holder, share, validity, terms);
    }
}
