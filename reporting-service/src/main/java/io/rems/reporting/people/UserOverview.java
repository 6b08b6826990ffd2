package io.rems.reporting.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of a firm by role and by how lately they signed in, to whichever firm.
 *
 * @param name none until the firm's own event has come
 * @param asOf time of the newest event that is counted; none before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserOverview(
        UUID firmId,
        @Nullable String name,
        Activity users,
        List<OfRole> roles,
        @Nullable Instant asOf) {

    /**
     * How many there are and when they last signed in; each is counted in the first that applies.
     *
     * @param thisWeek within seven days
     * @param thisMonth within thirty days, but not seven
     * @param earlier longer ago
     */
    record Activity(long total, long thisWeek, long thisMonth, long earlier, long never) {

        Activity plus(Activity other) {
            return new Activity(
                    total + other.total,
                    thisWeek + other.thisWeek,
                    thisMonth + other.thisMonth,
                    earlier + other.earlier,
                    never + other.never);
        }
    }

    record OfRole(String role, Activity users) {}

    static UserOverview of(UUID firm, @Nullable String name, List<OfRole> roles, @Nullable Instant asOf) {
        var users = roles.stream().map(OfRole::users).reduce(new Activity(0, 0, 0, 0, 0), Activity::plus);
        return new UserOverview(firm, name, users, roles, asOf);
    }
}
