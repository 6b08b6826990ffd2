package io.rems.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All firms in numbers.
 *
 * @param firms how many, by status
 * @param totals over all firms
 * @param items one page of firms
 * @param next cursor of the following page; absent on the last
 * @param asOf time of the newest event of any firm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlatformStatistics(
        Counts.ByKind firms,
        Counts totals,
        List<FirmStatistics> items,
        @Nullable String next,
        @Nullable Instant asOf) {}
