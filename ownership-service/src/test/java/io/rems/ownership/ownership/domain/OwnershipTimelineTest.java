package io.rems.ownership.ownership.domain;

import static io.rems.ownership.ownership.domain.Periods.idOf;
import static io.rems.ownership.ownership.domain.Periods.period;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodAdded;
import io.rems.ownership.ownership.domain.OwnershipEvent.PeriodEnded;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTimelineTest {

    @Test
    void newPropertyIsWhollyTheFirms() {
        var today = timeline().on(day("2026-01-01"));

        assertThat(today.firmDefault()).isEqualTo(Share.WHOLE);
        assertThat(today.complete()).isFalse();
    }

    @Test
    void whatIsNotAssignedBelongsToTheFirm() {
        var shared = timeline(period("Mona", "1/3", "2026-01-01", null), period("Omar", "1/6", "2026-03-01", null));

        assertThat(shared.on(day("2025-12-31")).firmDefault()).isEqualTo(Share.WHOLE);
        assertThat(shared.on(day("2026-02-28")).firmDefault()).isEqualTo(Share.of(2, 3));
        assertThat(shared.on(day("2026-03-01")).firmDefault()).isEqualTo(Share.of(1, 2));
    }

    @Test
    void threeThirdsAreComplete() {
        var full = timeline(
                period("Mona", "1/3", "2026-01-01", null),
                period("Omar", "1/3", "2026-01-01", null),
                period("Sara", "1/3", "2026-01-01", null));

        assertThat(full.on(day("2026-01-01")).complete()).isTrue();
        assertThat(full.add(period("Zaid", "0.000001", "2026-01-01", null))).isInstanceOf(Refused.class);
    }

    @Test
    void receiverIsWhoHoldsMoreOnSomeDayThanBefore() {
        var mona = period("Mona", "1/2", "2020-01-01", "2021-01-01");

        var sold = replaced(
                mona,
                period("Mona", "1/2", "2020-01-01", "2020-07-01"),
                period("Omar", "1/2", "2020-07-01", "2021-01-01"));
        var divided = replaced(
                mona,
                period("Mona", "1/4", "2020-01-01", "2021-01-01"),
                period("Mona", "1/4", "2020-01-01", "2021-01-01"));
        var oneDayMore = replaced(mona, period("Mona", "1/4", "2020-01-01", "2021-01-02"));

        assertThat(sold.receivers()).containsExactly(idOf("Omar"));
        assertThat(divided.receivers()).isEmpty();
        assertThat(oneDayMore.receivers()).containsExactly(idOf("Mona"));
    }

    private static OwnershipEvent replaced(OwnershipPeriod before, OwnershipPeriod... after) {
        return new OwnershipEvent.OwnerReplaced(List.of(before), List.of(after));
    }

    @Test
    void refusalTellsTheDaysTheExcessAndTheHolders() {
        var full = timeline(
                period("Mona", "2/3", "2026-01-01", "2027-01-01"), period("Omar", "1/3", "2026-06-01", "2028-01-01"));

        var outcome = full.add(period("Sara", "1/2", "2025-01-01", null));

        assertThat(refusal(outcome)).isInstanceOfSatisfying(OwnershipExceeded.class, exceeded -> {
            assertThat(exceeded.excesses())
                    .extracting(e -> e.days().from(), e -> e.days().to(), Excess::by)
                    .containsExactly(
                            tuple(day("2026-01-01"), day("2026-06-01"), Share.of(1, 6)),
                            tuple(day("2026-06-01"), day("2027-01-01"), Share.of(1, 2)));
            assertThat(exceeded.detail())
                    .isEqualTo("Between 2026-01-01 and 2026-12-31, the shares would add up to 3/2 (150 %),"
                            + " 1/2 too much: Mona 2/3, Omar 1/3, Sara 1/2."
                            + " Give a smaller share or end another one first.");
            assertThat(exceeded.facts()).containsEntry("excess", "1/2").containsKeys("days", "holders");
        });
    }

    @Test
    void endOfOnePeriodIsTheFirstDayOfTheNext() {
        var mona = period("Mona", "100", "2026-01-01", "2026-07-01");

        var outcome = timeline(mona).add(period("Omar", "100", "2026-07-01", null));

        assertThat(outcome).isInstanceOf(Accepted.class);
    }

    @Test
    void periodBeforeAFullOneMustEndInTime() {
        var full = timeline(period("Mona", "100", "2026-01-01", null));

        assertThat(full.add(period("Omar", "1/24", "2025-01-01", null))).isInstanceOf(Refused.class);
        assertThat(full.add(period("Omar", "1/24", "2025-01-01", "2026-01-01"))).isInstanceOf(Accepted.class);
    }

    @Test
    void endingAPeriodGivesItsShareBackToTheFirm() {
        var mona = period("Mona", "1/4", "2026-01-01", null);

        var accepted = accepted(timeline(mona).end(mona, day("2026-07-01")));

        assertThat(accepted.state().on(day("2026-06-30")).firmDefault()).isEqualTo(Share.of(3, 4));
        assertThat(accepted.state().on(day("2026-07-01")).firmDefault()).isEqualTo(Share.WHOLE);
        assertThat(accepted.events())
                .containsExactly(
                        new PeriodEnded(mona, accepted.state().periods().getFirst()));
    }

    @Test
    void periodIsEndedAfterItBeganAndNeverProlonged() {
        var mona = period("Mona", "1/4", "2026-01-01", "2026-07-01");

        assertThat(timeline(mona).end(mona, day("2026-01-01")))
                .isEqualTo(Outcome.refused(PeriodRefusal.PERIOD_NOT_BEGUN));
        assertThat(timeline(mona).end(mona, day("2026-07-01"))).isEqualTo(Outcome.refused(PeriodRefusal.PERIOD_ENDED));
        assertThat(timeline(mona).end(mona, day("2026-03-01"))).isInstanceOf(Accepted.class);
    }

    @Test
    void addedPeriodIsTheEvent() {
        var mona = period("Mona", "1/4", "2026-01-01", null);

        assertThat(timeline().add(mona)).isEqualTo(Outcome.accepted(timeline(mona), new PeriodAdded(mona)));
    }

    @Test
    void ownerSeesThePropertyFromTheStartOfHisOwnershipToItsEnd() {
        var timeline = timeline(
                period("Mona", "1/4", "2026-01-01", "2026-02-01"), period("Mona", "1/4", "2026-05-01", "2026-07-01"));

        assertThat(shown(timeline, "Mona", "2025-12-31")).isFalse();
        assertThat(shown(timeline, "Mona", "2026-01-01")).isTrue();
        assertThat(shown(timeline, "Mona", "2026-03-01")).isTrue();
        assertThat(shown(timeline, "Mona", "2026-07-01")).isFalse();
        assertThat(shown(timeline, "Omar", "2026-01-01")).isFalse();
    }

    @Test
    void futureShareShowsNothingYet() {
        var timeline = timeline(period("Mona", "1/4", "2026-09-01", null));

        assertThat(shown(timeline, "Mona", "2026-10-01")).isFalse();
    }

    @Test
    void onADayThereIsOnePrimaryContact() {
        var timeline = timeline(contact("Mona", "2026-01-01", "2026-07-01"));

        assertThat(refusal(timeline.add(contact("Omar", "2026-06-30", null))))
                .isEqualTo(new PrimaryContactTaken(
                        day("2026-06-30"),
                        List.of(new Holder(idOf("Mona"), "Mona"), new Holder(idOf("Omar"), "Omar"))));
        assertThat(timeline.add(contact("Omar", "2026-07-01", null))).isInstanceOf(Accepted.class);
        assertThat(timeline.add(contact("Mona", "2026-03-01", null))).isInstanceOf(Accepted.class);
    }

    @Test
    void twoContactsOfLongAgoDoNotStandInTheWayOfAnotherChange() {
        var timeline = timeline(contact("Mona", "2026-01-01", "2026-07-01"), contact("Omar", "2026-01-01", null));

        assertThat(timeline.add(period("Sara", "1/4", "2026-01-01", null))).isInstanceOf(Accepted.class);
    }

    @Test
    void intervalsCoverAllOfTime() {
        var timeline = timeline(
                period("Mona", "1/3", "2026-01-01", "2026-07-01"), period("Omar", "1/6", "2026-03-01", "2026-07-01"));

        assertThat(timeline.intervals())
                .extracting(
                        Interval::from,
                        Interval::to,
                        interval -> interval.holdings().firmDefault())
                .containsExactly(
                        tuple(null, day("2026-01-01"), Share.WHOLE),
                        tuple(day("2026-01-01"), day("2026-03-01"), Share.of(2, 3)),
                        tuple(day("2026-03-01"), day("2026-07-01"), Share.HALF),
                        tuple(day("2026-07-01"), null, Share.WHOLE));
        assertThat(timeline().intervals()).containsExactly(new Interval(null, null, new Holdings(List.of())));
    }

    @Test
    void onlyWhatCountsIsSuperseded() {
        var mona = period("Mona", "1/3", "2026-01-01", null);

        assertThatIllegalArgumentException().isThrownBy(() -> timeline().end(mona, day("2026-02-01")));
    }

    private static OwnershipPeriod contact(String owner, String from, @Nullable String to) {
        var period = period(owner, "1/4", from, to);
        return period.revised(
                period.holder(),
                period.type(),
                period.share(),
                period.validity(),
                new Terms(Acquisition.PURCHASE, true, null, null));
    }

    private static boolean shown(OwnershipTimeline timeline, String owner, String day) {
        return timeline.shownTo(idOf(owner), day(day), day("2026-08-01"));
    }

    private static OwnershipTimeline timeline(OwnershipPeriod... periods) {
        return new OwnershipTimeline(List.of(periods));
    }

    private static Accepted<OwnershipTimeline, OwnershipEvent> accepted(
            Outcome<OwnershipTimeline, OwnershipEvent> outcome) {
        return switch (outcome) {
            case Accepted<OwnershipTimeline, OwnershipEvent> accepted -> accepted;
            case Refused(var refusal) -> throw new AssertionError(refusal.detail());
        };
    }

    private static Refusal refusal(Outcome<OwnershipTimeline, OwnershipEvent> outcome) {
        return switch (outcome) {
            case Accepted(var state, var _) -> throw new AssertionError("Accepted: " + state);
            case Refused(var refusal) -> refusal;
        };
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
