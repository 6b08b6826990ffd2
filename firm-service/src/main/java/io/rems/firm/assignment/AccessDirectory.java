package io.rems.firm.assignment;

import io.rems.firm.firm.FirmStatus;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a user may enter, as the gateway asks on every request that it has not cached. */
public interface AccessDirectory {

    /**
     * Access to the firm, empty if the user has none; to the primary one where none is named, empty if there is no such
     * user. Whether the firm is active is for the gateway to judge.
     */
    Mono<Entry> of(UUID user, @Nullable FirmId firm);

    /** {@code firstTime}: he was invited, and nothing but this call says that he comes. */
    record Entry(Access access, boolean firstTime) {}

    /**
     * What a user may enter.
     *
     * @param firmId absent for a user who named no firm and has no primary one
     * @param until nothing may be served or signed from then on; where no firm was named, also because another is meant then
     * @param supportAccessId present if it is not an assignment but a support access that lets him in
     */
    record Access(
            UUID userId,
            @Nullable UUID firmId,
            @Nullable Role role,
            @Nullable AccessLevel accessLevel,
            @Nullable UUID ownerId,
            @Nullable UUID tenantId,
            @Nullable FirmStatus firmStatus,
            @Nullable Instant until,
            @Nullable UUID supportAccessId,
            boolean platformAdministrator,
            boolean userActive) {}
}
