package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;

/** Why nobody else is asked in an owner's stead. */
public enum ReassignmentRefusal implements Refusal {
    NOT_ASKED("This owner is not among those who decide on the expense."),
    ALREADY_ANSWERED("The owner has voted already."),
    ALREADY_REASSIGNED("They may vote in the owner's stead already."),
    SUBMITTED_BY_HIM("Whoever submitted the expense does not decide on it.");

    private final String detail;

    ReassignmentRefusal(String detail) {
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
