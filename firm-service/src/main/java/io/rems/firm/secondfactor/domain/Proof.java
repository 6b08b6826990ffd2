package io.rems.firm.secondfactor.domain;

/** What a code that somebody shows proves. */
public sealed interface Proof {

    /** It is the authenticator's code of this time step. */
    record TimeCode(long step) implements Proof {}

    /** It is a recovery code that has not been used. */
    record UnusedRecoveryCode() implements Proof {}

    record Nothing() implements Proof {}
}
