package io.rems.ownership.ownership.domain;

import java.time.LocalDate;

/** Somebody's share during some days; a change supersedes the revision and leaves it readable. */
public record OwnershipPeriod(
        PeriodId id, Holder holder, HoldingType type, Share share, Validity validity, Terms terms, long revision) {

    public static OwnershipPeriod begun(
            PeriodId id, Holder holder, HoldingType type, Share share, Validity validity, Terms terms) {
        return new OwnershipPeriod(id, holder, type, share, validity, terms, 1);
    }

    OwnershipPeriod endingOn(LocalDate day) {
        return new OwnershipPeriod(id, holder, type, share, validity.endingOn(day), terms, revision + 1);
    }
}
