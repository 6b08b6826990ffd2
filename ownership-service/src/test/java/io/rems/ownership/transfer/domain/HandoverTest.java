package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.People.back;
import static io.rems.ownership.transfer.domain.People.contact;
import static io.rems.ownership.transfer.domain.People.day;
import static io.rems.ownership.transfer.domain.People.forth;
import static io.rems.ownership.transfer.domain.People.from;
import static io.rems.ownership.transfer.domain.People.given;
import static io.rems.ownership.transfer.domain.People.handover;
import static io.rems.ownership.transfer.domain.People.held;
import static io.rems.ownership.transfer.domain.People.holder;
import static io.rems.ownership.transfer.domain.People.period;
import static io.rems.ownership.transfer.domain.People.received;
import static io.rems.platform.Outcome.refused;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PrimaryContactTaken;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void theRestOfTheGiversShareContinuesUnderANewPeriodAndWhatWasBeforeKeepsItsOwn() {
        var mona = period("Mona", "1/2", from("2026-01-01"));

        var done = forth(
                handover(given("Mona", "1/8", from("2026-07-01")), received("Omar", "1/8", from("2026-07-01"))),
                held(mona));

        assertThat(shares(done.timeline(), "2026-06-30")).containsOnly(Map.entry("Mona", "1/2"));
        assertThat(shares(done.timeline(), "2026-07-01"))
                .containsOnly(Map.entry("Mona", "3/8"), Map.entry("Omar", "1/8"));
        var before = done.timeline().period(mona.id()).orElseThrow();
        assertThat(before.validity()).isEqualTo(from("2026-01-01", "2026-07-01"));
        assertThat(before.revision()).isEqualTo(2);
        assertThat(done.timeline().periods())
                .filteredOn(period -> period.holder().equals(holder("Mona")))
                .extracting(OwnershipPeriod::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatIsFoundTellsTheTermsOnWhichTheGiverHadIt() {
        var mona = period("Mona", "1/2", from("2026-01-01"));

        var done = forth(
                handover(given("Mona", "1/8", from("2026-07-01")), received("Omar", "1/8", from("2026-07-01"))),
                held(mona));

        var found = done.found().given().getFirst();
        assertThat(found.share()).isEqualTo(Share.of(1, 8));
        assertThat(found.tenure().orElseThrow().period()).isEqualTo(mona.id());
        assertThat(found.tenure().orElseThrow().terms()).isEqualTo(mona.terms());
    }

    @Test
    void severalPeriodsGiveTogetherTheOldestFirst() {
        var bought = period("Mona", "1/3", from("2026-01-01"));
        var inherited = period("Mona", "1/3", from("2026-03-01"));

        var done = forth(
                handover(given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01"))),
                held(bought, inherited));

        assertThat(shares(done.timeline(), "2026-07-01"))
                .containsOnly(Map.entry("Mona", "1/6"), Map.entry("Omar", "1/2"));
        assertThat(done.timeline().period(bought.id()).orElseThrow().validity().to())
                .isEqualTo(day("2026-07-01"));
        assertThat(done.found().given()).extracting(Piece::share).containsExactly(Share.of(1, 3), Share.of(1, 6));
    }

    @Test
    void periodsThatFollowEachOtherGiveOneAfterTheOther() {
        var first = period("Mona", "1/3", from("2026-01-01", "2027-01-01"));
        var next = period("Mona", "1/2", from("2027-01-01"));

        var done = forth(
                handover(given("Mona", "1/3", from("2026-07-01")), received("Omar", "1/3", from("2026-07-01"))),
                held(first, next));

        assertThat(shares(done.timeline(), "2026-12-31")).containsOnly(Map.entry("Omar", "1/3"));
        assertThat(shares(done.timeline(), "2027-01-01"))
                .containsOnly(Map.entry("Mona", "1/6"), Map.entry("Omar", "1/3"));
    }

    @Test
    void whoHoldsLessOnALaterDayIsRefusedWithThatDay() {
        var timeline = held(
                period("Mona", "1/2", from("2026-01-01", "2027-01-01")),
                period("Mona", "1/4", from("2027-01-01", "2028-01-01")),
                period("Mona", "1/2", from("2028-01-01")));

        var outcome = handover(given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01")))
                .forth(timeline, People::sold);

        var refusal = (TransferExceedsHolding) refusal(outcome);
        assertThat(refusal.shortages())
                .containsExactly(new Shortage(
                        People.party("Mona"), from("2027-01-01", "2028-01-01"), Share.of(1, 4), Share.HALF));
        assertThat(refusal.later()).hasSize(2);
        assertThat(refusal.facts()).containsKeys("days", "laterPeriods");
        assertThat(refusal.detail()).contains("from 2027-01-01 to 2027-12-31 Mona has 1/4, not 1/2");
    }

    @Test
    void whatEndsCanBeGivenUntilItsEnd() {
        var days = from("2026-07-01", "2027-01-01");

        var done = forth(
                handover(given("Mona", "1/2", days), received("Omar", "1/2", days)),
                held(period("Mona", "1/2", from("2026-01-01", "2027-01-01"))));

        assertThat(shares(done.timeline(), "2026-12-31")).containsOnly(Map.entry("Omar", "1/2"));
        assertThat(shares(done.timeline(), "2027-01-01")).isEmpty();
    }

    @Test
    void whatIsGivenForSomeDaysComesBackToTheGiver() {
        var days = from("2026-07-01", "2027-01-01");

        var done = forth(
                handover(given("Mona", "1/4", days), received("Omar", "1/4", days)),
                held(period("Mona", "1/2", from("2026-01-01"))));

        assertThat(shares(done.timeline(), "2026-12-31"))
                .containsOnly(Map.entry("Mona", "1/4"), Map.entry("Omar", "1/4"));
        assertThat(shares(done.timeline(), "2027-01-01")).containsOnly(Map.entry("Mona", "1/2"));
    }

    @Test
    void theFirmGivesWhatNobodyHoldsAndNoMore() {
        var timeline = held(period("Mona", "1/2", from("2027-01-01")));

        var tooMuch = handover(given(null, "2/3", from("2026-07-01")), received("Omar", "2/3", from("2026-07-01")))
                .forth(timeline, People::sold);
        var done = forth(
                handover(given(null, "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01"))),
                timeline);

        assertThat(((TransferExceedsHolding) refusal(tooMuch)).shortages())
                .containsExactly(new Shortage(Party.FIRM, from("2027-01-01"), Share.HALF, Share.of(2, 3)));
        assertThat(shares(done.timeline(), "2027-01-01"))
                .containsOnly(Map.entry("Mona", "1/2"), Map.entry("Omar", "1/2"));
    }

    @Test
    void whatGoesToTheFirmIsHeldByNobody() {
        var done = forth(
                handover(given("Mona", "1/2", from("2026-07-01")), received(null, "1/2", from("2026-07-01"))),
                held(period("Mona", "1/2", from("2026-01-01"))));

        assertThat(done.timeline().on(day("2026-07-01")).firmDefault()).isEqualTo(Share.WHOLE);
    }

    @Test
    void nobodyGivesToHimself() {
        var outcome = handover(
                        given("Mona", "1/2", from("2026-07-01")),
                        received("Omar", "1/4", from("2026-07-01")),
                        received("Mona", "1/4", from("2026-07-01")))
                .forth(held(period("Mona", "1/2", from("2026-01-01"))), People::sold);

        assertThat(outcome).isEqualTo(refused(TransferRefusal.TRANSFER_TO_GIVER));
    }

    @Test
    void whatCannotBeWrittenDownIsRefused() {
        var outcome = handover(
                        given("Mona", "1/999999937", from("2026-07-01")),
                        received("Omar", "1/999999937", from("2026-07-01")))
                .forth(held(period("Mona", "1/3", from("2026-01-01"))), People::sold);

        assertThat(outcome).isEqualTo(refused(TransferRefusal.SHARE_TOO_FINE));
    }

    @Test
    void whatCannotBeWrittenDownIsNotTakenBackEither() {
        var timeline =
                held(period("Omar", "1/3", from("2026-01-01")), period("Omar", "1/999999937", from("2026-02-01")));

        var outcome = handover(given("Omar", "1/3", from("2026-03-01")), contact("Mona", "1/3", from("2026-03-01")))
                .back(timeline, People::sold);

        assertThat(outcome).isEqualTo(refused(TransferRefusal.SHARE_TOO_FINE));
    }

    @Test
    void lessReceivedThanGivenIsNoHandover() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> handover(
                        given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/3", from("2026-07-01"))));
    }

    @Test
    void takenBackFromItsOwnDayItIsAsIfItHadNeverBeen() {
        var timeline = held(period("Mona", "1/2", from("2026-01-01"), true));
        var sold = forth(
                handover(
                        given("Mona", "1/2", from("2026-07-01")),
                        received("Omar", "1/3", from("2026-07-01")),
                        received("Sara", "1/6", from("2026-07-01"))),
                timeline);

        var undone = back(sold.found().turnedRound(day("2026-07-01")).orElseThrow(), sold.timeline());

        assertThat(shares(undone.timeline(), "2026-07-01")).containsOnly(Map.entry("Mona", "1/2"));
        assertThat(undone.timeline().on(day("2026-07-01")).primaryContact()).contains(holder("Mona"));
    }

    @Test
    void takenBackLaterItStandsUntilThen() {
        var sold = forth(
                handover(given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01"))),
                held(period("Mona", "1/2", from("2026-01-01"))));

        var undone = back(sold.found().turnedRound(day("2026-09-01")).orElseThrow(), sold.timeline());

        assertThat(shares(undone.timeline(), "2026-08-31")).containsOnly(Map.entry("Omar", "1/2"));
        assertThat(shares(undone.timeline(), "2026-09-01")).containsOnly(Map.entry("Mona", "1/2"));
    }

    @Test
    void whatWasSoldOnCannotBeTakenBack() {
        var first = forth(
                handover(given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01"))),
                held(period("Mona", "1/2", from("2026-01-01"))));
        var second = forth(
                handover(given("Omar", "1/4", from("2026-08-01")), received("Sara", "1/4", from("2026-08-01"))),
                first.timeline());

        var outcome = first.found().turnedRound(day("2026-07-01")).orElseThrow().back(second.timeline(), People::sold);

        assertThat(((TransferNotReversible) refusal(outcome)).shortages())
                .containsExactly(new Shortage(People.party("Omar"), from("2026-08-01"), Share.of(1, 4), Share.HALF));
    }

    @Test
    void whoHasBecomeThePrimaryContactMeanwhileStaysIt() {
        var sold = forth(
                handover(given("Mona", "1/2", from("2026-07-01")), received("Omar", "1/2", from("2026-07-01"))),
                held(period("Mona", "1/2", from("2026-01-01"), true)));
        var timeline = new OwnershipTimeline(Stream.concat(
                        sold.timeline().periods().stream(),
                        List.of(period("Sara", "1/2", from("2026-08-01"), true)).stream())
                .toList());

        var undone = back(sold.found().turnedRound(day("2026-07-01")).orElseThrow(), timeline);

        assertThat(undone.timeline().on(day("2026-08-01")).primaryContact()).contains(holder("Sara"));
    }

    @Test
    void twoPrimaryContactsAreRefused() {
        var contact = contact("Omar", "1/2", from("2026-07-01"));

        var outcome = handover(given("Mona", "1/2", from("2026-07-01")), contact)
                .forth(
                        held(
                                period("Mona", "1/2", from("2026-01-01")),
                                period("Sara", "1/2", from("2026-01-01"), true)),
                        People::sold);

        assertThat(refusal(outcome)).isInstanceOf(PrimaryContactTaken.class);
    }

    private static Map<String, String> shares(OwnershipTimeline timeline, String day) {
        return timeline.on(day(day)).byHolder().entrySet().stream()
                .collect(toMap(
                        entry -> entry.getKey().name(),
                        entry -> entry.getValue().toString()));
    }

    private static Refusal refusal(Object outcome) {
        return ((Refused<?, ?>) outcome).refusal();
    }
}
