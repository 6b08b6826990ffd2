package io.rems.reporting.processing;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we use of the events of approvals. Before there were rounds there was one. */
final class Told {

    private Told() {}

    record Requested(@Nullable Integer round, UUID propertyId, Instant requestedAt, Instant deadline) {}

    record Escalated(@Nullable Integer round, UUID propertyId, Instant escalatedAt) {}

    record Extended(@Nullable Integer round, Instant deadline) {}

    record Decided(
            @Nullable Integer round,
            UUID propertyId,
            String verdict,
            @Nullable Boolean automatic,
            Instant decidedAt) {

        String ending() {
            return Boolean.TRUE.equals(automatic) ? "AUTOMATIC" : verdict;
        }
    }

    record Returned(@Nullable Integer round, UUID propertyId, Instant returnedAt) {}

    record Withdrawn(@Nullable Integer round, UUID propertyId, Instant withdrawnAt) {}

    record VoteCast(@Nullable Integer round, For voter, UUID userId, String verdict, Instant at) {}

    /** @param ownerId none for the administrators */
    record For(@Nullable UUID ownerId) {}

    static int round(@Nullable Integer told) {
        return Objects.requireNonNullElse(told, 1);
    }
}
