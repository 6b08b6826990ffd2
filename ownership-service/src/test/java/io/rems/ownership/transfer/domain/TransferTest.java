package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.People.day;
import static io.rems.ownership.transfer.domain.People.deed;
import static io.rems.ownership.transfer.domain.People.from;
import static io.rems.ownership.transfer.domain.People.given;
import static io.rems.ownership.transfer.domain.People.handover;
import static io.rems.ownership.transfer.domain.People.received;
import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_CANCELLED;
import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_EXECUTED;
import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_REVERSED;
import static io.rems.ownership.transfer.domain.TransferRefusal.NOTHING_TO_INHERIT;
import static io.rems.ownership.transfer.domain.TransferRefusal.REVERSAL_OUT_OF_TIME;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_DAY_PAST;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_ENDS_BEFORE;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_NOT_EXECUTED;
import static io.rems.platform.Outcome.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final LocalDate TODAY = day("2026-06-01");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
    private static final Versioned<OwnershipTimeline> TABLE = new Versioned<>(new OwnershipTimeline(List.of()), 3);

    private final Deed deed = deed(day("2026-07-01"));
    private final Handover handover = handover(
            given("Mona", "1/2", from("2026-07-01", "2027-07-01")),
            received("Omar", "1/2", from("2026-07-01", "2027-07-01")));
    private final Transfer scheduled = new Transfer.Scheduled(deed, handover);
    private final Transfer executed = new Transfer.Executed(deed, handover, NOW);
    private final Transfer failed = state(scheduled.fail(NOTHING_TO_INHERIT, NOW));
    private final Transfer cancelled = state(scheduled.cancel("no money", NOW));
    private final Transfer reversed = state(executed.reverse(deed(day("2026-08-01"))));

    @Test
    void onlyADayToComeIsScheduled() {
        assertThat(Transfer.schedule(deed, handover, TODAY)).isInstanceOf(Accepted.class);
        assertThat(Transfer.schedule(deed, handover, day("2026-07-01"))).isEqualTo(refused(TRANSFER_DAY_PAST));
    }

    @Test
    void aScheduledOneIsExecutedOnce() {
        assertThat(state(scheduled.execute(handover, TABLE, NOW))).isEqualTo(executed);
        assertThat(executed.execute(handover, TABLE, NOW)).isEqualTo(refused(ALREADY_EXECUTED));
        assertThat(cancelled.execute(handover, TABLE, NOW)).isEqualTo(refused(ALREADY_CANCELLED));
        assertThat(failed.execute(handover, TABLE, NOW)).isEqualTo(refused(TRANSFER_NOT_EXECUTED));
        assertThat(reversed.execute(handover, TABLE, NOW)).isEqualTo(refused(ALREADY_REVERSED));
    }

    @Test
    void aFailedOneTellsWhyAndCanBeMovedOrCancelled() {
        assertThat(((Transfer.Failed) failed).failure())
                .isEqualTo(Failure.of(NOTHING_TO_INHERIT, NOW))
                .extracting(Failure::code)
                .isEqualTo("NOTHING_TO_INHERIT");
        var moved = (Transfer.Scheduled) state(failed.reschedule(day("2026-09-01"), TODAY));
        assertThat(moved.deed().on()).isEqualTo(day("2026-09-01"));
        assertThat(moved.handover().from()).isEqualTo(day("2026-09-01"));
        assertThat(state(failed.cancel("no money", NOW))).isInstanceOf(Transfer.Cancelled.class);
    }

    @Test
    void aDayIsNotMovedIntoThePastOrBeyondTheEnd() {
        assertThat(scheduled.reschedule(TODAY, TODAY)).isEqualTo(refused(TRANSFER_DAY_PAST));
        assertThat(scheduled.reschedule(day("2027-07-01"), TODAY)).isEqualTo(refused(TRANSFER_ENDS_BEFORE));
    }

    @Test
    void whatHasTakenEffectIsNeitherCancelledNorMoved() {
        assertThat(executed.cancel("no money", NOW)).isEqualTo(refused(ALREADY_EXECUTED));
        assertThat(executed.reschedule(day("2026-09-01"), TODAY)).isEqualTo(refused(ALREADY_EXECUTED));
        assertThat(reversed.cancel("no money", NOW)).isEqualTo(refused(ALREADY_REVERSED));
        assertThat(cancelled.cancel("no money", NOW)).isEqualTo(refused(ALREADY_CANCELLED));
    }

    @Test
    void onlyWhatHasTakenEffectIsTakenBackAndOnce() {
        assertThat(scheduled.handBack(day("2026-07-01"))).isEqualTo(refused(TRANSFER_NOT_EXECUTED));
        assertThat(failed.handBack(day("2026-07-01"))).isEqualTo(refused(TRANSFER_NOT_EXECUTED));
        assertThat(cancelled.handBack(day("2026-07-01"))).isEqualTo(refused(ALREADY_CANCELLED));
        assertThat(reversed.handBack(day("2026-07-01"))).isEqualTo(refused(ALREADY_REVERSED));
        assertThat(reversed.reverse(deed(day("2026-08-01")))).isEqualTo(refused(ALREADY_REVERSED));
        assertThat(executed.handBack(day("2026-07-01"))).isInstanceOf(Accepted.class);
    }

    @Test
    void itIsTakenBackFromItsOwnDayOnAsLongAsItLasts() {
        assertThat(executed.handBack(day("2026-06-30"))).isEqualTo(refused(REVERSAL_OUT_OF_TIME));
        assertThat(executed.handBack(day("2027-07-01"))).isEqualTo(refused(REVERSAL_OUT_OF_TIME));
        assertThat(executed.handBack(day("2027-06-30"))).isInstanceOf(Accepted.class);
    }

    private static Transfer state(Outcome<Transfer, TransferEvent> outcome) {
        return ((Accepted<Transfer, TransferEvent>) outcome).state();
    }
}
