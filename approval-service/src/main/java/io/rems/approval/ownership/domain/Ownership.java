package io.rems.approval.ownership.domain;

import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Who holds a property on a day; the parts always make the whole, for the firm holds what nobody else does. */
public record Ownership(PropertyId property, LocalDate asOf, List<Holding> holdings) {

    public Ownership {
        holdings = List.copyOf(holdings);
        if (!total(holdings).equals(Share.WHOLE)) {
            throw new IllegalArgumentException("The shares of " + property + " do not make the whole on " + asOf);
        }
    }

    /** The ownership that follows from a property's periods: an owner's parts together, the rest the firm's. */
    public static Ownership on(LocalDate asOf, PropertyId property, List<OwnershipPeriod> periods) {
        var byOwner = new LinkedHashMap<OwnerId, Holding>();
        for (var period : periods) {
            if (period.covers(asOf)) {
                byOwner.merge(period.owner(), holding(period), Ownership::together);
            }
        }
        var holdings = new ArrayList<>(byOwner.values());
        var firm = Share.WHOLE.minus(total(holdings));
        if (!firm.isNone()) {
            holdings.add(new Holding(Holder.FIRM, firm, false));
        }
        return new Ownership(property, asOf, holdings);
    }

    public boolean answers(PropertyId about, LocalDate day) {
        return property.equals(about) && asOf.equals(day);
    }

    private static Holding holding(OwnershipPeriod period) {
        return new Holding(new Holder.Owner(period.owner()), period.share(), period.primaryContact());
    }

    private static Holding together(Holding one, Holding other) {
        return new Holding(
                one.holder(), one.share().plus(other.share()), one.primaryContact() || other.primaryContact());
    }

    private static Share total(List<Holding> holdings) {
        return holdings.stream().map(Holding::share).reduce(Share.NONE, Share::plus);
    }
}
