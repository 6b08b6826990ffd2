package io.rems.firm.signin;

import io.rems.firm.signin.domain.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open sign-in as its user recognises it: from where, with what, since when. */
public record OwnSignIn(
        UUID id,
        SignInMethod method,
        @Nullable String address,
        @Nullable String agent,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
