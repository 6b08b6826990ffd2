package io.rems.ownership.valuation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a valuation, and when it was what is known.
 *
 * @param supersededAt absent for the revision that holds
 */
record RecordedValuation(
        @JsonUnwrapped Valuation valuation,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        long version) {}
