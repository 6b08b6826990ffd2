package io.rems.approval.payment;

import io.rems.platform.Refusal;

/** Why nothing is paid to this vendor. */
enum PaymentRefusal implements Refusal {
    VENDOR_BLOCKED("The vendor is blocked: unblock him before anything is paid to him.");

    private final String detail;

    PaymentRefusal(String detail) {
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
