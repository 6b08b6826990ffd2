package io.rems.firm.user;

import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which users a list is to show; what is absent does not matter. */
record UserFilter(
        @Nullable AccountStatus status,
        @Nullable Role role,
        @Nullable UUID firm) {}
