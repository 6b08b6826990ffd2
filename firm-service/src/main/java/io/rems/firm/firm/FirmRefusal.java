package io.rems.firm.firm;

import io.rems.platform.Refusal;

enum FirmRefusal implements Refusal {
    SAME_ID("A firm with this id exists already."),
    SAME_NAME("A firm with this name exists already. Choose another name."),
    SAME_EMAIL("A firm with this e-mail exists already. Give another e-mail.");

    private final String detail;

    FirmRefusal(String detail) {
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
