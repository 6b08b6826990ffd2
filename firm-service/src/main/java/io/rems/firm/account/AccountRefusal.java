package io.rems.firm.account;

import io.rems.platform.Refusal;

enum AccountRefusal implements Refusal {
    OWN_ACCOUNT("You cannot disable yourself. Ask another platform administrator."),
    LAST_ADMINISTRATOR("This is the last platform administrator who can sign in. Enable or invite another first."),
    ALREADY_DISABLED("The user is disabled already."),
    NOT_DISABLED("The user is not disabled."),
    NOT_ACTIVE("The user has no password yet, or is disabled. Invite or enable him instead."),
    SHARED_LOGIN("This login is not your firm's alone, so that only the operator of REMS may do this. Ask him."),
    SAME_EMAIL("This is your e-mail already."),
    EMAIL_TAKEN("Somebody else signs in with this e-mail. Use another, or ask your administrator.");

    private final String detail;

    AccountRefusal(String detail) {
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
