package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who holds a property on one day; what nobody was given is the firm's. */
public record Holdings(LocalDate day, List<OwnershipPeriod> periods) {

    public Holdings {
        periods = List.copyOf(periods);
    }

    public Fraction assigned() {
        return total(periods);
    }

    /** Derived from the rest and never stored, so that it cannot drift. */
    public Fraction firmDefault() {
        return Fraction.WHOLE.minus(assigned());
    }

    public boolean complete() {
        return assigned().equals(Fraction.WHOLE);
    }

    /** Several periods of one owner count together. */
    public Map<Holder, Fraction> byHolder() {
        var shares = new LinkedHashMap<Holder, Fraction>();
        periods.forEach(period -> shares.merge(period.holder(), period.share().value(), Fraction::plus));
        return shares;
    }

    static Fraction total(List<OwnershipPeriod> periods) {
        return periods.stream().map(period -> period.share().value()).reduce(Fraction.NONE, Fraction::plus);
    }
}
