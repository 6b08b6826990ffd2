package io.rems.reporting.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Share;
import io.rems.reporting.portfolio.OwnershipChanged.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTableTest {
    private static final UUID SARA = new UUID(1, 1);
    private static final UUID OMAR = new UUID(1, 2);
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    @Test
    void theDayOfATransferBelongsToTheNewOwner() {
        var table = new OwnershipTable(List.of(period(SARA, 1, 2, JANUARY, JUNE), period(OMAR, 1, 2, JUNE, null)));

        assertThat(table.on(JUNE.minusDays(1))).isEqualTo(Map.of(SARA, Share.of(1, 2)));
        assertThat(table.on(JUNE)).isEqualTo(Map.of(OMAR, Share.of(1, 2)));
    }

    @Test
    void sharesThatWereAcquiredSeparatelyAddUpExactly() {
        var table = new OwnershipTable(List.of(period(SARA, 1, 3, JANUARY, null), period(SARA, 1, 6, JUNE, null)));

        assertThat(table.on(JUNE)).isEqualTo(Map.of(SARA, Share.of(1, 2)));
    }

    @Test
    void aTransferChangesNothingBeforeItsDay() {
        var before = new OwnershipTable(List.of(period(SARA, 1, 1, JANUARY, null)));
        var after = new OwnershipTable(List.of(period(SARA, 1, 1, JANUARY, JUNE), period(OMAR, 1, 1, JUNE, null)));

        assertThat(before.firstDifference(after)).contains(JUNE);
        assertThat(after.firstDifference(before)).contains(JUNE);
    }

    @Test
    void theSameHoldersInOtherPeriodsAreNoDifference() {
        var before = new OwnershipTable(List.of(period(SARA, 1, 1, JANUARY, null)));
        var after = new OwnershipTable(List.of(period(SARA, 1, 1, JANUARY, JUNE), period(SARA, 1, 1, JUNE, null)));

        assertThat(before.firstDifference(after)).isEmpty();
    }

    private static Period period(UUID owner, long part, long of, LocalDate from, @Nullable LocalDate to) {
        return new Period(UUID.randomUUID(), owner, Share.of(part, of), from, to, false);
    }
}
