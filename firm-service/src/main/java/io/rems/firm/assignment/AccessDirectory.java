package io.rems.firm.assignment;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a user may enter, as the gateway asks on every request that it has not cached. */
public interface AccessDirectory {

    /** Access to a firm, or to the primary one where none is named; empty if the user has none. */
    Mono<Access> of(UUID user, @Nullable FirmId firm);

    /** @param firmId absent for a platform administrator who named no firm and has no primary one */
    record Access(
            UUID userId,
            @Nullable UUID firmId,
            @Nullable Role role,
            @Nullable AccessLevel accessLevel,
            @Nullable UUID ownerId,
            @Nullable UUID tenantId,
            boolean platformAdministrator,
            boolean userActive) {}
}
