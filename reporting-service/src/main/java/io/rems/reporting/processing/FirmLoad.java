package io.rems.reporting.processing;

import static io.rems.reporting.processing.ApprovalTimes.count;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Row;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a firm now, and how long approvals took there.
 *
 * @param name none until the firm's own event has come
 * @param pending asked for and not over
 * @param overdue of those, past their deadline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirmLoad(
        UUID firmId,
        @Nullable String name,
        long pending,
        long overdue,
        @JsonUnwrapped ApprovalTimes times) {

    static FirmLoad of(Row row) {
        return new FirmLoad(
                Objects.requireNonNull(row.get("firm_id", UUID.class)),
                row.get("name", String.class),
                count(row, "pending"),
                count(row, "overdue"),
                ApprovalTimes.of(row));
    }
}
