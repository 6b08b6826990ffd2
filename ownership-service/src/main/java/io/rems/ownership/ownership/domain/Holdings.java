package io.rems.ownership.ownership.domain;

import io.rems.platform.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who holds a property on a day; what nobody was given is the firm's. */
public record Holdings(List<OwnershipPeriod> periods) {

    public Holdings {
        periods = List.copyOf(periods);
    }

    public Share assigned() {
        return total(periods);
    }

    /** Derived from the rest and never stored, so that it cannot drift. */
    public Share firmDefault() {
        return Share.WHOLE.minus(assigned());
    }

    public boolean complete() {
        return assigned().equals(Share.WHOLE);
    }

    /** Several periods of one owner count together. */
    public Map<Holder, Share> byHolder() {
        var shares = new LinkedHashMap<Holder, Share>();
        periods.forEach(period -> shares.merge(period.holder(), period.share(), Share::plus));
        return shares;
    }

    public Optional<Holder> primaryContact() {
        return periods.stream()
                .filter(period -> period.terms().primaryContact())
                .map(OwnershipPeriod::holder)
                .findFirst();
    }

    static Share total(List<OwnershipPeriod> periods) {
        return periods.stream().map(OwnershipPeriod::share).reduce(Share.NONE, Share::plus);
    }
}
