package io.rems.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm in numbers.
 *
 * @param name none until the firm's own event has come
 * @param date today in the firm's time zone: the day for which units are occupied or free
 * @param asOf time of the newest event that is counted; none before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirmStatistics(
        UUID firmId,
        @Nullable String name,
        @Nullable String status,
        LocalDate date,
        @JsonUnwrapped Counts counts,
        @Nullable Instant asOf) {

    static FirmStatistics of(Row row) {
        return new FirmStatistics(
                Objects.requireNonNull(row.get("firm_id", UUID.class)),
                row.get("name", String.class),
                row.get("status", String.class),
                Objects.requireNonNull(row.get("today", LocalDate.class)),
                Counts.of(row),
                row.get("as_of", Instant.class));
    }
}
