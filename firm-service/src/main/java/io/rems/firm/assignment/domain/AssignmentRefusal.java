package io.rems.firm.assignment.domain;

import io.rems.platform.Refusal;

public enum AssignmentRefusal implements Refusal {
    DUPLICATE("An assignment with this id exists already."),
    ALREADY_ASSIGNED("The user works in this firm already. End that assignment before granting another."),
    ASSIGNMENT_ENDED("The assignment has ended already."),
    NOT_ASSIGNED("The user does not work in that firm, so it cannot be the primary one.");

    private final String detail;

    AssignmentRefusal(String detail) {
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
