package io.rems.ownership.ownership.domain;

import java.util.List;

/** Days on which more than the whole would be held, and by whom. */
public record Excess(Validity days, Fraction total, List<OwnershipPeriod> periods) {

    public Fraction by() {
        return total.minus(Fraction.WHOLE);
    }
}
