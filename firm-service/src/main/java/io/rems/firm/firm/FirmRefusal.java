package io.rems.firm.firm;

import io.rems.platform.Refusal;
import io.rems.platform.database.Constraints;
import io.rems.platform.problem.RequestRefused;
import org.springframework.dao.DataIntegrityViolationException;

enum FirmRefusal implements Refusal {
    SAME_ID("DUPLICATE", "A firm with this id exists already."),
    SAME_NAME("DUPLICATE", "A firm with this name exists already. Choose another name."),
    SAME_EMAIL("DUPLICATE", "A firm with this e-mail exists already. Give another e-mail."),
    CURRENCY_FIXED("CURRENCY_FIXED", "The currency of a firm cannot change: amounts are recorded in it."),
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

    /** The refusal behind what the database refused. */
    static Throwable of(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "firm_name_unique")) {
            return new RequestRefused(SAME_NAME);
        }
        if (Constraints.violated(error, "firm_email_unique")) {
            return new RequestRefused(SAME_EMAIL);
        }
        return Constraints.violated(error, "firm_pkey") ? new RequestRefused(SAME_ID) : error;
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
