package io.rems.firm.invitation;

import io.rems.platform.Refusal;

enum InvitationRefusal implements Refusal {
    HAS_LOGIN("DUPLICATE", "Somebody with this e-mail has a login already. Assign him to a firm instead."),
    ALREADY_ASSIGNED(
            "ALREADY_ASSIGNED",
            "Somebody with this e-mail works in this firm already. Change that assignment instead."),
    NOT_INVITED("NOT_INVITED", "This login cannot be opened by an invitation. Sign in, or ask your administrator.");

    private final String code;
    private final String detail;

    InvitationRefusal(String code, String detail) {
        this.code = code;
        this.detail = detail;
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
