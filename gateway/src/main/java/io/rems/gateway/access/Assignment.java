package io.rems.gateway.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user is in a firm, as firm-service says.
 *
 * @param firmId absent for a user who works in no firm
 * @param until nothing may be served or signed from then on
 * @param supportAccessId present if a support access lets him in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Assignment(
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
        boolean userActive) {

    static Assignment none(UUID user) {
        return new Assignment(user, null, null, null, null, null, null, null, null, false, true);
    }

    Assignment inFirmThatIs(FirmStatus status) {
        return new Assignment(
                userId,
                firmId,
                role,
                accessLevel,
                ownerId,
                tenantId,
                status,
                until,
                supportAccessId,
                platformAdministrator,
                userActive);
    }

    boolean isInSuspendedFirm() {
        return firmStatus == FirmStatus.SUSPENDED;
    }

    boolean hasEnded(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Why the user may not act in the scope; null if he may. */
    @Nullable
    Problem refusal(Scope scope, Instant now) {
        if (!userActive) {
            return Refusals.inactive();
        }
        if (scope instanceof Scope.Platform) {
            return platformAdministrator ? null : Refusals.platformAdministratorsOnly();
        }
        if (firmId == null || role == null || hasEnded(now)) {
            return Refusals.firmAccessDenied();
        }
        if (firmStatus == FirmStatus.CLOSED) {
            return Refusals.firmClosed();
        }
        return isInSuspendedFirm() && role != Role.ADMIN ? Refusals.firmSuspended() : null;
    }

    /** In a suspended firm the level is narrowed too, so that services refuse what the gateway should have refused. */
    Caller inFirm() {
        AccessLevel level = Objects.requireNonNullElse(accessLevel, AccessLevel.RESTRICTED);
        return new Caller(
                Actor.user(userId).under(supportAccessId),
                userId,
                new FirmId(Objects.requireNonNull(firmId)),
                role,
                isInSuspendedFirm() ? AccessLevel.RESTRICTED : level,
                platformAdministrator,
                ownerId,
                tenantId);
    }

    Caller withoutFirm() {
        return new Caller(
                Actor.user(userId),
                userId,
                FirmId.PLATFORM,
                null,
                AccessLevel.RESTRICTED,
                platformAdministrator,
                null,
                null);
    }
}
