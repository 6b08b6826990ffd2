package io.rems.reporting.processing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many approvals were asked for within some days, how they ended, and how long they took from the asking to the
 * decision. What was approved by itself, because it was small enough, took no time and counts by itself.
 *
 * @param requested asked for within these days
 * @param escalated of those, how many passed their deadline
 * @param escalationRate escalated ÷ requested, from 0 to 1; absent where nothing was asked for
 * @param automatic approved within these days without asking
 * @param approved within these days, by those who were asked; as {@code rejected}, {@code returned} and {@code withdrawn}
 * @param median ISO 8601, of the times of what was approved or rejected within these days; half took longer
 * @param p90 of the same; a tenth took longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalTimes(
        long requested,
        long escalated,
        @Nullable Double escalationRate,
        long automatic,
        long approved,
        long rejected,
        long returned,
        long withdrawn,
        @Nullable String median,
        @Nullable String p90) {

    private static final int MILLIS = 3;

    static final String COLUMNS = """
            count(*) FILTER (WHERE requested_at >= :from AND requested_at < :end) AS requested,
            count(*) FILTER (WHERE requested_at >= :from AND requested_at < :end AND escalated_at IS NOT NULL) AS escalated,
            count(*) FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending = 'AUTOMATIC') AS automatic,
            count(*) FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending = 'APPROVED') AS approved,
            count(*) FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending = 'REJECTED') AS rejected,
            count(*) FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending = 'RETURNED') AS returned,
            count(*) FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending = 'WITHDRAWN') AS withdrawn,
            CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - requested_at))
                FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending IN ('APPROVED', 'REJECTED')) AS numeric(20, 3)) AS median,
            CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - requested_at))
                FILTER (WHERE ended_at >= :from AND ended_at < :end AND ending IN ('APPROVED', 'REJECTED')) AS numeric(20, 3)) AS p90
            """;

    static final String WITHIN = """
            (requested_at >= :from AND requested_at < :end OR ended_at >= :from AND ended_at < :end)
            """;

    static ApprovalTimes of(Row row) {
        var requested = count(row, "requested");
        var escalated = count(row, "escalated");
        return new ApprovalTimes(
                requested,
                escalated,
                requested == 0 ? null : (double) escalated / requested,
                count(row, "automatic"),
                count(row, "approved"),
                count(row, "rejected"),
                count(row, "returned"),
                count(row, "withdrawn"),
                duration(row, "median"),
                duration(row, "p90"));
    }

    static long count(Row row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** ISO 8601, to the thousandth of a second. */
    static @Nullable String duration(Row row, String column) {
        var seconds = row.get(column, BigDecimal.class);
        return seconds == null
                ? null
                : Duration.ofMillis(seconds.movePointRight(MILLIS).longValueExact())
                        .toString();
    }
}
