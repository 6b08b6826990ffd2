package io.rems.approval.escalation.domain;

import static io.rems.approval.escalation.domain.ClockRefusal.ALREADY_ESCALATED;
import static io.rems.approval.escalation.domain.ClockRefusal.ALREADY_PAUSED;
import static io.rems.approval.escalation.domain.ClockRefusal.NOT_LATER;
import static io.rems.approval.escalation.domain.ClockRefusal.NOT_PAUSED;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.Remark;
import io.rems.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of a request that is not decided: it runs, or an administrator has stopped it. Votes count all the same. */
public sealed interface RequestClock {

    Timetable timetable();

    record Running(Timetable timetable) implements RequestClock {}

    /**
     * The instants of what is still to come are those from before.
     *
     * @param until when it goes on by itself; absent: when somebody says so
     */
    record Paused(
            Timetable timetable, Instant since, @Nullable Instant until) implements RequestClock {}

    default Outcome<RequestClock, ApprovalEvent> pause(Matter matter, Remark reason, @Nullable Instant until) {
        return switch (this) {
            case Paused _ -> refused(ALREADY_PAUSED);
            case Running running ->
                accepted(
                        new Paused(running.timetable, reason.at(), until),
                        new ApprovalEvent.ApprovalPaused(matter, reason, until));
        };
    }

    /** @param reason absent where the pause was to end then */
    default Outcome<RequestClock, ApprovalEvent> resume(
            Matter matter, @Nullable Remark reason, Instant at, BusinessTime time) {
        return switch (this) {
            case Running _ -> refused(NOT_PAUSED);
            case Paused paused -> {
                var timetable = paused.timetable.resumed(paused.since, at, time);
                yield accepted(
                        new Running(timetable),
                        new ApprovalEvent.ApprovalResumed(matter, reason, at, timetable.deadline()));
            }
        };
    }

    default Outcome<RequestClock, ApprovalEvent> extend(
            Matter matter, Remark reason, Instant deadline, BusinessTime time) {
        return switch (this) {
            case Paused _ -> refused(ALREADY_PAUSED);
            case Running(var timetable) when timetable.isEscalated() -> refused(ALREADY_ESCALATED);
            case Running(var timetable) when !deadline.isAfter(timetable.deadline()) -> refused(NOT_LATER);
            case Running(var timetable) ->
                accepted(
                        new Running(timetable.extended(deadline, time)),
                        new ApprovalEvent.ApprovalExtended(matter, reason, timetable.deadline(), deadline));
        };
    }
}
