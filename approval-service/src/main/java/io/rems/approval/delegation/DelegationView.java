package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Ending;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as the API shows it; days are those of the firm's time zone.
 *
 * @param until the first day on which it holds no longer; absent: until it is revoked
 * @param propertyIds none: all of the owner's
 * @param categoryIds each with those below it; none: all
 * @param grantedBy a login of the owner's, or the administrator who put down what he said
 * @param ended absent while it runs
 */
public record DelegationView(
        UUID id,
        UUID ownerId,
        @Nullable String ownerName,
        UUID delegateId,
        @Nullable String delegateName,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Money amountLimit,
        List<UUID> propertyIds,
        List<UUID> categoryIds,
        @Nullable String reason,
        Status status,
        UUID grantedBy,
        Instant grantedAt,
        @Nullable EndedPart ended,
        long version) {

    /** Where it stands today. */
    public enum Status {
        SCHEDULED,
        ACTIVE,
        ENDED
    }

    /** How it ended; {@code by} and {@code reason} are those of a revocation. */
    public record EndedPart(
            Ending.Cause cause,
            Instant at,
            @Nullable UUID by,
            @Nullable String reason) {}
}
