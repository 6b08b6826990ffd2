package io.rems.firm.token;

import io.rems.platform.Refusal;

/** Why a link does not work. None of it tells whose it was. */
public enum TokenRefusal implements Refusal {
    TOKEN_UNKNOWN("This link is not valid, or a newer one has replaced it. Use the newest mail, or ask for another."),
    TOKEN_SPENT("This link has been used already. If it was not you who used it, tell your administrator."),
    TOKEN_EXPIRED("This link has expired. Ask for another.");

    private final String detail;

    TokenRefusal(String detail) {
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
