package io.rems.firm.firm;

import io.rems.platform.Refusal;

enum FirmRefusal implements Refusal {
    SAME_ID("DUPLICATE", "A firm with this id exists already."),
    SAME_NAME("DUPLICATE", "A firm with this name exists already. Choose another name."),
    SAME_EMAIL("DUPLICATE", "A firm with this e-mail exists already. Give another e-mail."),
    ACTIVE("FIRM_ACTIVE", "The firm is active already."),
    SUSPENDED("FIRM_SUSPENDED", "The firm is suspended already. Reactivate or close it."),
    CLOSED("FIRM_CLOSED", "The firm is closed for good. Create a new one instead.");

    private final String code;
    private final String detail;

    FirmRefusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    static FirmRefusal becauseItIs(FirmStatus status) {
        return switch (status) {
            case ACTIVE -> ACTIVE;
            case SUSPENDED -> SUSPENDED;
            case CLOSED -> CLOSED;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
