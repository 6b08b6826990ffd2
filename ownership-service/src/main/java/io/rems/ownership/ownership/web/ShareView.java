package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.domain.Fraction;

/** The fraction is exact; the percentage is rounded to six decimals. */
record ShareView(String fraction, String percent) {

    static ShareView of(Fraction fraction) {
        return new ShareView(fraction.toString(), fraction.percent());
    }
}
