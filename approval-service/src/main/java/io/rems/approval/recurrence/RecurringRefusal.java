package io.rems.approval.recurrence;

import io.rems.platform.Refusal;

/** Why a recurring expense goes on as it does. */
enum RecurringRefusal implements Refusal {
    NOT_ACTIVE("The recurring expense is paused or ended."),
    NOT_PAUSED("The recurring expense is not paused."),
    ALREADY_ENDED("The recurring expense is ended; begin another one.");

    private final String detail;

    RecurringRefusal(String detail) {
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
