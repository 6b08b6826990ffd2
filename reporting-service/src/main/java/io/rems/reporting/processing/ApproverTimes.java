package io.rems.reporting.processing;

import static io.rems.reporting.processing.ApprovalTimes.count;
import static io.rems.reporting.processing.ApprovalTimes.duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Row;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How fast somebody answered within some days, whomever he answered for.
 *
 * @param median ISO 8601, from the asking to his answer
 * @param p90 of the same; a tenth took longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApproverTimes(
        UUID userId,
        long answers,
        long approvals,
        long rejections,
        long afterEscalation,
        @Nullable String median,
        @Nullable String p90) {

    static ApproverTimes of(Row row) {
        return new ApproverTimes(
                Objects.requireNonNull(row.get("id", UUID.class)),
                count(row, "answers"),
                count(row, "approvals"),
                count(row, "rejections"),
                count(row, "after_escalation"),
                duration(row, "median"),
                duration(row, "p90"));
    }
}
