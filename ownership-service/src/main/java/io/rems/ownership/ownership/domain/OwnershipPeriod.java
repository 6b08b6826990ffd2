package io.rems.ownership.ownership.domain;

import io.rems.platform.Share;
import java.math.BigInteger;
import java.time.LocalDate;

/** Somebody's share during some days; a change supersedes the revision and leaves it readable. */
public record OwnershipPeriod(
        PeriodId id, Holder holder, HoldingType type, Share share, Validity validity, Terms terms, long revision) {

    /** Wide enough for percentages of six decimals and for any inheritance, small enough to be stored as it is. */
    private static final BigInteger MOST_PARTS = BigInteger.valueOf(1_000_000_000);

    public OwnershipPeriod {
        holdable(share);
    }

    /** The share, if somebody can hold it: more than nothing, at most the whole. */
    public static Share holdable(Share share) {
        if (share.isNone() || share.isMoreThan(Share.WHOLE)) {
            throw new IllegalArgumentException("A share is more than nothing and at most the whole, not " + share);
        }
        if (share.denominator().compareTo(MOST_PARTS) > 0) {
            throw new IllegalArgumentException("A share is divided into at most " + MOST_PARTS + " parts");
        }
        return share;
    }

    public static OwnershipPeriod begun(
            PeriodId id, Holder holder, HoldingType type, Share share, Validity validity, Terms terms) {
        return new OwnershipPeriod(id, holder, type, share, validity, terms, 1);
    }

    OwnershipPeriod endingOn(LocalDate day) {
        return new OwnershipPeriod(id, holder, type, share, validity.endingOn(day), terms, revision + 1);
    }
}
