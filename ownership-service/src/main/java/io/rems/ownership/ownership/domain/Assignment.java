package io.rems.ownership.ownership.domain;

import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: what an owner is to hold. What is absent stays as he holds it now.
 *
 * @param usualType as what he holds where nothing is said and he holds nothing yet
 */
public record Assignment(
        Holder holder,
        HoldingType usualType,
        Share share,
        @Nullable HoldingType type,
        @Nullable Acquisition acquisition,
        @Nullable Boolean primaryContact,
        @Nullable BigDecimal managementFeePercent,
        @Nullable String note) {

    public Assignment {
        OwnershipPeriod.holdable(share);
    }

    boolean isPrimaryContact() {
        return Boolean.TRUE.equals(primaryContact);
    }

    /** With another primary contact in the table, he who is said to be none is none. */
    Assignment besideContact() {
        return primaryContact == null
                ? new Assignment(holder, usualType, share, type, acquisition, false, managementFeePercent, note)
                : this;
    }

    /** Whether he holds just this on each of the days. */
    boolean isHeldIn(List<OwnershipPeriod> own, Validity days) {
        var held = new OwnershipTimeline(own);
        return own.stream().allMatch(this::agreesWith)
                && Stretches.within(days, own).stream()
                        .allMatch(stretch -> held.on(stretch.from()).assigned().equals(share));
    }

    public OwnershipPeriod begun(Validity days, List<OwnershipPeriod> own) {
        var now = own.stream().findFirst();
        return OwnershipPeriod.begun(
                PeriodId.next(),
                holder,
                type != null ? type : now.map(OwnershipPeriod::type).orElse(usualType),
                share,
                days,
                terms(now.map(OwnershipPeriod::terms).orElse(Terms.UNSAID)));
    }

    private Terms terms(Terms now) {
        return new Terms(
                acquisition != null ? acquisition : now.acquisition(),
                primaryContact != null ? primaryContact : now.primaryContact(),
                managementFeePercent != null ? managementFeePercent : now.managementFeePercent(),
                note != null ? note : now.note());
    }

    private boolean agreesWith(OwnershipPeriod period) {
        return (type == null || type == period.type())
                && Objects.equals(normal(terms(period.terms())), normal(period.terms()));
    }

    /** 5 % and 5.00 % are the same fee. */
    private static Terms normal(Terms terms) {
        var fee = terms.managementFeePercent();
        return new Terms(
                terms.acquisition(),
                terms.primaryContact(),
                fee == null ? null : fee.stripTrailingZeros(),
                terms.note());
    }
}
