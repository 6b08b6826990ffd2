package io.rems.approval.vendor;

import io.rems.platform.Refusal;

/** Why a vendor stays as he is. */
enum VendorRefusal implements Refusal {
    ALREADY_BLOCKED("The vendor is blocked already."),
    NOT_BLOCKED("The vendor is not blocked.");

    private final String detail;

    VendorRefusal(String detail) {
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
