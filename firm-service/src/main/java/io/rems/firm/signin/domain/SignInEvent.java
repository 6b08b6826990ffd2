package io.rems.firm.signin.domain;

import java.time.Instant;
import java.util.UUID;

/** What happened at sign-in, as far as the audit log must know. */
public sealed interface SignInEvent {

    UUID user();

    record SignedIn(UUID user, UUID session, SignInMethod method) implements SignInEvent {}

    /** {@code userVersion} is that of the user, whom a failure does not change. */
    record SignInFailed(UUID user, long userVersion, FailureReason reason) implements SignInEvent {}

    /** {@code userVersion} is that of the user, whom a lockout does not change. */
    record LockedOut(UUID user, long userVersion, Instant until) implements SignInEvent {}

    record SessionEnded(UUID user, UUID session, EndReason reason) implements SignInEvent {}
}
