package io.rems.firm.signin.domain;

/** Why a sign-in failed; for the user and the audit log, never for who tried. */
public enum FailureReason {
    WRONG_PASSWORD,
    WRONG_CODE,
    NOT_ACTIVE,
    /** A provider vouched for the e-mail, but of another account there than the one that the user has signed in with. */
    OTHER_ACCOUNT,
    /** What a provider said was not meant for a sign-in that was begun here, or was shown a second time. */
    REPLAYED
}
