package io.rems.approval.escalation.domain;

import io.rems.platform.Refusal;

/** Why the time of a request goes on as it does. */
public enum ClockRefusal implements Refusal {
    ALREADY_PAUSED("The time to decide stands still already; resume it first."),
    NOT_PAUSED("The time to decide is running."),
    ALREADY_ESCALATED("The deadline has passed and the administrators are asked; there is nothing left to extend."),
    NOT_LATER("The new deadline must be later than the one that holds.");

    private final String detail;

    ClockRefusal(String detail) {
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
