package io.rems.firm.signin.domain;

/** Why a sign-in failed; for the user and the audit log, never for who tried. */
public enum FailureReason {
    WRONG_PASSWORD,
    WRONG_CODE,
    NOT_ACTIVE
}
