package io.rems.approval.businesstime;

import io.rems.approval.businesstime.domain.Days;
import io.rems.platform.Identifiers;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A holiday as the firm tells it; {@code id} is for new ones only.
 *
 * @param until the last of its days, at most a year after the first; absent: it is one day
 */
record HolidayRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @NotNull LocalDate from,
        @Nullable LocalDate until) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    UUID identifier() {
        return id == null ? Identifiers.next() : id;
    }

    Holiday holiday(UUID holiday) {
        if (from.isBefore(FIRST_DAY) || from.isAfter(LAST_DAY)) {
            throw new InvalidRequest("from", "OUT_OF_RANGE", "must be between " + FIRST_DAY + " and " + LAST_DAY);
        }
        var last = until == null ? from : until;
        if (last.isBefore(from) || last.isAfter(from.plusYears(1))) {
            throw new InvalidRequest("until", "OUT_OF_RANGE", "must be from on, and within a year of it");
        }
        return new Holiday(holiday, name.strip(), new Days(from, last));
    }
}
