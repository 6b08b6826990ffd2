package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.ChangeKind;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period as it was recorded once.
 *
 * @param superseded absent while it holds
 */
public record Revision(
        OwnershipPeriod period,
        Recording recorded,
        @Nullable Recording superseded) {

    /**
     * When, by which change, by whom and why.
     *
     * @param kind absent, like who and why, for what was written past the service
     */
    public record Recording(
            Instant at,
            @Nullable ChangeKind kind,
            @Nullable String by,
            @Nullable String reason) {

        Recording withoutPeople() {
            return new Recording(at, kind, null, null);
        }
    }

    /** As an owner may read it: who of the firm did it, and what he wrote, is not his to know. */
    Revision forOwners() {
        return new Revision(period, recorded.withoutPeople(), superseded == null ? null : superseded.withoutPeople());
    }
}
