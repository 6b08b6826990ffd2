package io.rems.firm.token;

/** What a token is good for, and for nothing else. */
public enum Purpose {
    INVITATION,
    PASSWORD_RESET,
    EMAIL_CHANGE
}
