package io.rems.reporting.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of all firms.
 *
 * @param signedInThisWeek users who signed in within seven days, each counted once, in however many firms he works
 * @param signedInThisMonth the same within thirty days
 * @param items one page of firms
 * @param next cursor of the following page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlatformUserOverview(
        long signedInThisWeek,
        long signedInThisMonth,
        List<UserOverview> items,
        @Nullable String next) {}
