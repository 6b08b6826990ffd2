package io.rems.reporting.processing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long approvals took in a firm.
 *
 * @param from first day, where the firm is
 * @param to last day
 * @param asOf time of the newest event of the firm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalTimesReport(
        LocalDate from,
        LocalDate to,
        String timeZone,
        ApprovalTimes times,
        @Nullable Instant asOf) {}
