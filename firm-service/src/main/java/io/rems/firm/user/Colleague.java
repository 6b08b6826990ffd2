package io.rems.firm.user;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works or worked in a firm, and what he is or was there last. */
record Colleague(
        UUID id,
        String email,
        String name,
        @Nullable String phone,
        Language language,
        AccountStatus status,
        UUID assignmentId,
        Role role,
        AccessLevel accessLevel,
        boolean worksHere,
        @Nullable Instant lastSignInAt) {}
