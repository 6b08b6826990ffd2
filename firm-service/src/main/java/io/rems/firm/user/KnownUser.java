package io.rems.firm.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login in the lists of the operator of REMS. */
record KnownUser(
        UUID id,
        String email,
        String name,
        @Nullable String phone,
        Language language,
        AccountStatus status,
        boolean platformAdministrator,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {}
