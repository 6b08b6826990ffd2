package io.rems.reporting.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision, the most urgent first.
 *
 * @param next cursor of the following page; absent on the last
 * @param asOf time of the newest event that is shown; absent before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PendingApprovals(
        Summary summary,
        List<PendingApproval> items,
        @Nullable String next,
        @Nullable Instant asOf) {

    record Summary(long total, long overdue, long dueSoon, long normal) {

        static Summary of(Row row) {
            long total = Objects.requireNonNull(row.get("total", Long.class));
            long overdue = Objects.requireNonNull(row.get("overdue", Long.class));
            long dueSoon = Objects.requireNonNull(row.get("due_soon", Long.class));
            return new Summary(total, overdue, dueSoon, total - overdue - dueSoon);
        }
    }
}
