package io.rems.ownership.ownership.domain;

import io.rems.platform.Share;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** For what comes of divisions: whether {@link #holdable} takes it. */
    public static boolean canBeHeld(Share share) {
        return !share.isNone()
                && !share.isMoreThan(Share.WHOLE)
                && share.denominator().compareTo(MOST_PARTS) <= 0;
    }

    public static OwnershipPeriod begun(
            PeriodId id, Holder holder, HoldingType type, Share share, Validity validity, Terms terms) {
        return new OwnershipPeriod(id, holder, type, share, validity, terms, 1);
    }

    /** The same period, recorded anew. */
    public OwnershipPeriod revised(Holder holder, HoldingType type, Share share, Validity validity, Terms terms) {
        return new OwnershipPeriod(id, holder, type, share, validity, terms, revision + 1);
    }

    /** Under the same id and revision: for what is not recorded yet, such as {@link Cut#after}. */
    public OwnershipPeriod withShare(Share share) {
        return new OwnershipPeriod(id, holder, type, share, validity, terms, revision);
    }

    /** The next revision, held by somebody else on the same terms. */
    public OwnershipPeriod heldBy(Holder holder) {
        return revised(holder, type, share, validity, terms);
    }

    public OwnershipPeriod endingOn(LocalDate day) {
        return lasting(validity.endingOn(day));
    }

    /** Divides it at a day before its end. */
    public Cut cutAt(LocalDate day) {
        if (!validity.endsAfter(day)) {
            throw new IllegalArgumentException("The period ends on " + day + " or before it");
        }
        return validity.from().isBefore(day)
                ? new Cut(Optional.of(endingOn(day)), anew(new Validity(day, validity.to())))
                : new Cut(Optional.empty(), lasting(validity));
    }

    /** What remains of it without these days; the first part keeps its id. */
    public List<OwnershipPeriod> without(Validity days) {
        var parts = new ArrayList<OwnershipPeriod>();
        for (var left : validity.without(days)) {
            parts.add(parts.isEmpty() ? lasting(left) : anew(left));
        }
        return parts;
    }

    private OwnershipPeriod lasting(Validity days) {
        return revised(holder, type, share, days, terms);
    }

    private OwnershipPeriod anew(Validity days) {
        return begun(PeriodId.next(), holder, type, share, days, terms);
    }
}
