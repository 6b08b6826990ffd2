package io.rems.firm.assignment.domain;

import io.rems.platform.Refusal;

public enum AssignmentRefusal implements Refusal {
    DUPLICATE("An assignment with this id exists already."),
    ALREADY_ASSIGNED("The user has an assignment in this firm for that time already. Change or end that one."),
    ALREADY_STARTED("The assignment has begun, so its beginning stays. Leave from as it is."),
    NOT_STARTED("The assignment has not begun yet. End it if it shall not begin at all."),
    ASSIGNMENT_SUSPENDED("The assignment is suspended already."),
    NOT_SUSPENDED("The assignment is not suspended, so there is nothing to resume."),
    ASSIGNMENT_ENDED("The assignment has ended already."),
    LAST_ADMINISTRATOR("The firm would be left without an administrator who stays. Appoint another one first."),
    NOT_ASSIGNED("The user does not work in that firm now, so it cannot be the primary one.");

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
