package io.rems.firm.signin.domain;

/** Why a session ended before its time. */
public enum EndReason {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    ENDED_BY_USER,
    TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    EMAIL_CHANGED,
    USER_DISABLED
}
