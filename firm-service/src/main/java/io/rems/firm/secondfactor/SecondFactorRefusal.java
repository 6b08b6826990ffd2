package io.rems.firm.secondfactor;

import io.rems.platform.Refusal;

enum SecondFactorRefusal implements Refusal {
    SECOND_FACTOR_IN_USE("A second factor is in use already. Remove it first."),
    SECOND_FACTOR_NOT_OFFERED("Ask for a secret first, then confirm it with a code."),
    SECOND_FACTOR_REQUIRED("A firm you work in requires a second factor for your role, so it cannot be removed.");

    private final String detail;

    SecondFactorRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String detail() {
        return detail;
    }
}
