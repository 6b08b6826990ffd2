package io.rems.firm.support;

import io.rems.platform.Refusal;

enum SupportRefusal implements Refusal {
    DUPLICATE("A support access with this id exists already."),
    SUPPORT_ACCESS_OPEN("You have support access to this firm already. End it before asking for another."),
    ALREADY_ASSIGNED("You work in this firm yourself, so your assignment counts there."),
    SUPPORT_ACCESS_ENDED("The support access has ended already.");

    private final String detail;

    SupportRefusal(String detail) {
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
