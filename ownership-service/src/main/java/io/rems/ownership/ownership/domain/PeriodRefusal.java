package io.rems.ownership.ownership.domain;

import io.rems.platform.Refusal;

/** Why a period cannot be ended on the day asked for. */
public enum PeriodRefusal implements Refusal {
    PERIOD_ENDED("The period ends on that day or before it. Add a new period instead of prolonging this one."),
    PERIOD_NOT_BEGUN("The period begins on that day or after it. Choose a later day.");

    private final String detail;

    PeriodRefusal(String detail) {
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
