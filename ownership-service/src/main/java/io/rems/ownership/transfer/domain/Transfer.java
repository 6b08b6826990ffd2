package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_CANCELLED;
import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_EXECUTED;
import static io.rems.ownership.transfer.domain.TransferRefusal.ALREADY_REVERSED;
import static io.rems.ownership.transfer.domain.TransferRefusal.REVERSAL_OUT_OF_TIME;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_DAY_PAST;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_ENDS_BEFORE;
import static io.rems.ownership.transfer.domain.TransferRefusal.TRANSFER_NOT_EXECUTED;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.platform.Outcome;
import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import java.time.Instant;
import java.time.LocalDate;

/** Shares that go from one holder to others, in one document from the first plan to the counter-transfer. */
public sealed interface Transfer {

    Deed deed();

    Handover handover();

    /** Takes effect on its day. */
    record Scheduled(Deed deed, Handover handover) implements Transfer {}

    /** Its day came, and the rules said no: somebody moves it to another day or cancels it. */
    record Failed(Deed deed, Handover handover, Failure failure) implements Transfer {}

    record Cancelled(Deed deed, Handover handover, String cancellation, Instant at) implements Transfer {}

    record Executed(Deed deed, Handover handover, Instant at) implements Transfer {}

    /** Taken back by another transfer, from that one's day on. */
    record Reversed(Deed deed, Handover handover, Instant at, TransferId by) implements Transfer {}

    static Outcome<Transfer, TransferEvent> schedule(Deed deed, Handover handover, LocalDate today) {
        return deed.on().isAfter(today) ? scheduled(new Scheduled(deed, handover)) : refused(TRANSFER_DAY_PAST);
    }

    /** @param ownership what comes of it */
    static Outcome<Transfer, TransferEvent> execute(
            Deed deed, Handover found, Versioned<OwnershipTimeline> ownership, Instant at) {
        var executed = new Executed(deed, found, at);
        return accepted(executed, new TransferEvent.OwnershipTransferred(executed, ownership));
    }

    /** What was planned happens, with the pieces as they were found. */
    default Outcome<Transfer, TransferEvent> execute(
            Handover found, Versioned<OwnershipTimeline> ownership, Instant at) {
        return switch (this) {
            case Scheduled(var deed, var _) -> execute(deed, found, ownership, at);
            case Failed _ -> refused(TRANSFER_NOT_EXECUTED);
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Executed _ -> refused(ALREADY_EXECUTED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    /** The rules said no on the day. */
    default Outcome<Transfer, TransferEvent> fail(Refusal why, Instant at) {
        return switch (this) {
            case Scheduled(var deed, var handover) -> {
                var failed = new Failed(deed, handover, Failure.of(why, at));
                yield accepted(failed, new TransferEvent.TransferFailed(failed));
            }
            case Failed same -> accepted(same);
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Executed _ -> refused(ALREADY_EXECUTED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    default Outcome<Transfer, TransferEvent> reschedule(LocalDate day, LocalDate today) {
        return switch (this) {
            case Scheduled(var deed, var handover) -> moved(deed, handover, day, today);
            case Failed(var deed, var handover, var _) -> moved(deed, handover, day, today);
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Executed _ -> refused(ALREADY_EXECUTED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    default Outcome<Transfer, TransferEvent> cancel(String reason, Instant at) {
        return switch (this) {
            case Scheduled(var deed, var handover) -> cancelled(new Cancelled(deed, handover, reason, at));
            case Failed(var deed, var handover, var _) -> cancelled(new Cancelled(deed, handover, reason, at));
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Executed _ -> refused(ALREADY_EXECUTED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    /** What a counter-transfer from a day on would hand back. */
    default Outcome<Handover, TransferEvent> handBack(LocalDate day) {
        return switch (this) {
            case Executed(var deed, var _, var _) when day.isBefore(deed.on()) -> refused(REVERSAL_OUT_OF_TIME);
            case Executed(var _, var handover, var _) ->
                handover.turnedRound(day)
                        .map(back -> Outcome.<Handover, TransferEvent>accepted(back))
                        .orElseGet(() -> refused(REVERSAL_OUT_OF_TIME));
            case Scheduled _, Failed _ -> refused(TRANSFER_NOT_EXECUTED);
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    default Outcome<Transfer, TransferEvent> reverse(Deed counter) {
        return switch (this) {
            case Executed(var deed, var handover, var at) -> {
                var reversed = new Reversed(deed, handover, at, counter.id());
                yield accepted(reversed, new TransferEvent.TransferReversed(reversed, counter.on(), counter.reason()));
            }
            case Scheduled _, Failed _ -> refused(TRANSFER_NOT_EXECUTED);
            case Cancelled _ -> refused(ALREADY_CANCELLED);
            case Reversed _ -> refused(ALREADY_REVERSED);
        };
    }

    private static Outcome<Transfer, TransferEvent> moved(
            Deed deed, Handover handover, LocalDate day, LocalDate today) {
        if (!day.isAfter(today)) {
            return refused(TRANSFER_DAY_PAST);
        }
        return handover.endsAfter(day)
                ? scheduled(new Scheduled(deed.movedTo(day), handover.movedTo(day)))
                : refused(TRANSFER_ENDS_BEFORE);
    }

    private static Outcome<Transfer, TransferEvent> scheduled(Scheduled scheduled) {
        return accepted(scheduled, new TransferEvent.TransferScheduled(scheduled));
    }

    private static Outcome<Transfer, TransferEvent> cancelled(Cancelled cancelled) {
        return accepted(cancelled, new TransferEvent.TransferCancelled(cancelled));
    }
}
