package io.rems.reporting.processing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load and the times of all firms.
 *
 * @param from first day in UTC, for firms lie in several time zones
 * @param times over all firms
 * @param items one page of firms, by their identifiers
 * @param next cursor of the following page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlatformApprovalTimes(
        LocalDate from,
        LocalDate to,
        long pending,
        long overdue,
        ApprovalTimes times,
        List<FirmLoad> items,
        @Nullable String next) {}
