package io.rems.firm.user;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm that somebody works or worked in; without {@code endedAt} he works there. */
record FirmOfUser(
        UUID firmId,
        String name,
        UUID assignmentId,
        Role role,
        AccessLevel accessLevel,
        boolean primary,
        Instant since,
        @Nullable Instant endedAt) {}
