package io.rems.gateway.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user is in a firm, as firm-service says.
 *
 * @param firmId absent for a user who works in no firm
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Assignment(
        UUID userId,
        @Nullable UUID firmId,
        @Nullable Role role,
        @Nullable AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        boolean platformAdministrator,
        boolean userActive) {}
