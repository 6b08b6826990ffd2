package io.rems.firm.signin;

import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in or failed attempt; {@code reason} is there for failures only, {@code method} and {@code sessionId} for successes. */
public record SignInRecord(
        UUID id,
        Instant at,
        boolean succeeded,
        @Nullable SignInMethod method,
        @Nullable FailureReason reason,
        @Nullable UUID sessionId,
        @Nullable String address,
        @Nullable String agent) {}
