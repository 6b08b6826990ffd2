package io.rems.firm.signin;

import io.rems.firm.signin.domain.Challenge;

/** Where a right password leads. */
public sealed interface Admission {

    record SignedIn(Tokens tokens) implements Admission {}

    /** {@code expiresIn} is the life of the challenge in seconds. */
    record Challenged(Challenge challenge, Challenge.Purpose purpose, long expiresIn) implements Admission {}
}
