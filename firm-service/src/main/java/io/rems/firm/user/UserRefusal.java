package io.rems.firm.user;

import io.rems.platform.Refusal;

enum UserRefusal implements Refusal {
    SAME_ID("A user with this id exists already."),
    SAME_EMAIL("A user with this e-mail exists already. Assign that user to the firm instead.");

    private final String detail;

    UserRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        return detail;
    }
}
