package io.rems.approval.businesstime.domain;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.approval.businesstime.domain.BusinessTime.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {

    private static final ZoneId KUWAIT = ZoneId.of("Asia/Kuwait");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WEEKEND = Set.of(FRIDAY, SATURDAY);

    @Test
    void aDeadlineOfThreeDaysSetOnAWednesdayFallsAfterTheKuwaitiWeekend() {
        var time = new WorkingDays(KUWAIT, WEEKEND, List.of());

        assertThat(time.after(Instant.parse("2026-11-25T09:00:00Z"), Duration.ofHours(72)))
                .isEqualTo("2026-11-30T09:00:00Z");
    }

    @Test
    void whatIsAskedOnAFreeDayIsAsIfItWereAskedWhenTheNextWorkingDayBegins() {
        var time = new WorkingDays(KUWAIT, WEEKEND, List.of());

        assertThat(time.after(Instant.parse("2026-11-27T09:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-11-28T22:00:00Z");
    }

    @Test
    void aHolidayOfSeveralDaysCountsOnNoneOfThem() {
        var holiday = new Days(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25));
        var time = new WorkingDays(KUWAIT, WEEKEND, List.of(holiday));

        assertThat(time.after(Instant.parse("2026-11-23T09:00:00Z"), Duration.ofHours(24)))
                .isEqualTo("2026-11-26T09:00:00Z");
    }

    @Test
    void theDayOnWhichClocksArePutForwardHasTwentyThreeHours() {
        var time = new WorkingDays(BERLIN, Set.of(SATURDAY), List.of());

        assertThat(time.between(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(new WorkingDays(BERLIN, Set.of(SUNDAY), List.of())
                        .after(Instant.parse("2026-03-28T22:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-03-29T23:00:00Z");
    }

    @Test
    void aWeekWithoutWorkingDaysIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingDays(KUWAIT, EnumSet.allOf(DayOfWeek.class), List.of()));
    }
}
