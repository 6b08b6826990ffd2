package io.rems.ownership.ownership.domain;

import static io.rems.ownership.ownership.domain.Periods.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnershipPeriodTest {

    @Test
    void cutKeepsTheIdBeforeTheDayAndBeginsAnotherPeriodOnIt() {
        var mona = period("Mona", "1/3", "2026-01-01", "2027-01-01");

        var cut = mona.cutAt(day("2026-05-01"));

        assertThat(cut.before()).contains(mona.endingOn(day("2026-05-01")));
        assertThat(cut.after().id()).isNotEqualTo(mona.id());
        assertThat(cut.after().revision()).isEqualTo(1);
        assertThat(cut.after().validity()).isEqualTo(days("2026-05-01", "2027-01-01"));
        assertThat(cut.after().share()).isEqualTo(mona.share());
    }

    @Test
    void cutOnItsFirstDayLeavesNothingBefore() {
        var mona = period("Mona", "1/3", "2026-01-01", null);

        var cut = mona.cutAt(day("2026-01-01"));

        assertThat(cut.before()).isEmpty();
        assertThat(cut.after().id()).isEqualTo(mona.id());
        assertThat(cut.after().revision()).isEqualTo(2);
    }

    @Test
    void whatHasEndedIsNotCut() {
        var mona = period("Mona", "1/3", "2026-01-01", "2027-01-01");

        assertThatIllegalArgumentException().isThrownBy(() -> mona.cutAt(day("2027-01-01")));
    }

    @Test
    void takingDaysOutOfTheMiddleLeavesTwoParts() {
        var mona = period("Mona", "1/3", "2026-01-01", null);

        var parts = mona.without(days("2026-03-01", "2026-04-01"));

        assertThat(parts)
                .extracting(OwnershipPeriod::validity, OwnershipPeriod::revision)
                .containsExactly(
                        tuple(days("2026-01-01", "2026-03-01"), 2L), tuple(new Validity(day("2026-04-01"), null), 1L));
        assertThat(parts.getFirst().id()).isEqualTo(mona.id());
        assertThat(parts.getLast().id()).isNotEqualTo(mona.id());
    }

    @Test
    void takingAllDaysLeavesNothing() {
        var mona = period("Mona", "1/3", "2026-01-01", "2026-02-01");

        assertThat(mona.without(days("2026-01-01", "2026-02-01"))).isEmpty();
        assertThat(mona.without(days("2026-01-01", "2026-01-15")))
                .extracting(OwnershipPeriod::id)
                .isEqualTo(List.of(mona.id()));
    }

    @Test
    void onlyTheDaysThatDifferAreAffected() {
        var mona = period("Mona", "1/3", "2026-01-01", null);
        var cut = mona.cutAt(day("2026-05-01"));
        var handedOn = period("Omar", "1/3", "2026-05-01", "2026-09-01");
        var goesOn = period("Mona", "1/3", "2026-09-01", null);

        var affected = Difference.between(List.of(mona), List.of(cut.before().orElseThrow(), handedOn, goesOn));

        assertThat(affected).isEqualTo(days("2026-05-01", "2026-09-01"));
    }

    private static Validity days(String from, String to) {
        return new Validity(day(from), day(to));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
