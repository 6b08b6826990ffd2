package io.rems.approval.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalEscalated;
import io.rems.approval.decision.domain.ApprovalEvent.ApprovalReminded;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.EscalationLevel;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Reach;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.escalation.domain.RequestClock.Paused;
import io.rems.approval.escalation.domain.RequestClock.Running;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final BusinessTime ALWAYS = new BusinessTime.Always();
    private static final Matter LIFT = new Matter(
            new ExpenseId(new UUID(0, 1)),
            Round.of(1, null),
            new PropertyId(new UUID(0, 2)),
            "Tower",
            new UUID(0, 3),
            Money.of("4500.000", "KWD"),
            LocalDate.of(2026, 11, 23),
            "Lift",
            false);
    private static final Timetable TIMETABLE = new Patience(
                    Duration.ofHours(72), List.of(Duration.ofHours(24), Duration.ofHours(48)), false)
            .from(NOON, ALWAYS);

    @Test
    void whatWasMissedInAWeekIsDoneAllAtOnceInItsOrderAndLate() {
        var now = NOON.plus(Duration.ofDays(7));
        var pending = new ApprovalRequest.Pending(
                LIFT, new Ballot(Rule.SHARE_MAJORITY, List.of()), NOON, TIMETABLE.deadline());

        var outcome = accepted(new DueSteps(TIMETABLE, now, Duration.ofMinutes(5))
                .of(pending, Reach.ALL)
                .outcome());

        assertThat(outcome.state()).isInstanceOf(ApprovalRequest.Escalated.class);
        assertThat(outcome.events()).hasSize(6).allMatch(RequestClockTest::isLate);
        assertThat(outcome.events())
                .filteredOn(ApprovalEscalated.class::isInstance)
                .extracting(event -> ((ApprovalEscalated) event).level())
                .containsExactly(EscalationLevel.ADMINISTRATORS, EscalationLevel.PLATFORM);
        assertThat(outcome.events().subList(3, 5))
                .allMatch(event -> event instanceof ApprovalReminded reminded && reminded.escalated());
    }

    @Test
    void whereNoAdministratorIsLeftThePlatformIsToldAtTheDeadlineAndNothingComesAfterIt() {
        var pending = new ApprovalRequest.Pending(
                LIFT, new Ballot(Rule.SHARE_MAJORITY, List.of()), NOON, TIMETABLE.deadline());
        var now = TIMETABLE.deadline();

        var done = new DueSteps(TIMETABLE.after(2), now, Duration.ofMinutes(5)).of(pending, new Reach(Set.of(), false));
        var missed = new DueSteps(TIMETABLE.after(2), now.plus(Duration.ofDays(9)), Duration.ofMinutes(5))
                .of(pending, new Reach(Set.of(), false));

        assertThat(done.steps()).isEqualTo(TIMETABLE.after(2).coming().size()).isEqualTo(missed.steps());
        for (var outcome : List.of(accepted(done.outcome()), accepted(missed.outcome()))) {
            assertThat(outcome.events())
                    .extracting(
                            event -> ((ApprovalEscalated) event).level() + " " + ((ApprovalEscalated) event).cause())
                    .containsExactly("ADMINISTRATORS DEADLINE", "PLATFORM NOBODY_ELSE");
            assertThat(((ApprovalRequest.Escalated) outcome.state()).cause()).isEqualTo(EscalationCause.DEADLINE);
        }
    }

    @Test
    void whatIsDoneWithinMinutesIsNotLate() {
        var now = NOON.plus(Duration.ofHours(24)).plusSeconds(299);
        var pending = new ApprovalRequest.Pending(
                LIFT, new Ballot(Rule.SHARE_MAJORITY, List.of()), NOON, TIMETABLE.deadline());

        var outcome = accepted(new DueSteps(TIMETABLE, now, Duration.ofMinutes(5))
                .of(pending, Reach.ALL)
                .outcome());

        assertThat(outcome.events()).hasSize(1).noneMatch(RequestClockTest::isLate);
    }

    @Test
    void aPauseOfADayMovesWhatIsStillToComeByADay() {
        var running = new Running(TIMETABLE.after(1));
        var paused = accepted(running.pause(LIFT, remark(Duration.ofHours(30)), null))
                .state();

        var resumed = accepted(
                        paused.resume(LIFT, remark(Duration.ofHours(54)), NOON.plus(Duration.ofHours(54)), ALWAYS))
                .state();

        assertThat(paused).isInstanceOf(Paused.class);
        assertThat(resumed.timetable().deadline()).isEqualTo(NOON.plus(Duration.ofHours(96)));
        assertThat(resumed.timetable().coming().getFirst().at()).isEqualTo(NOON.plus(Duration.ofHours(72)));
    }

    @Test
    void nothingIsPausedTwiceOrResumedWithoutAPause() {
        var running = new Running(TIMETABLE);
        var paused = accepted(running.pause(LIFT, remark(Duration.ZERO), null)).state();

        assertThat(refusal(paused.pause(LIFT, remark(Duration.ZERO), null))).isEqualTo("ALREADY_PAUSED");
        assertThat(refusal(running.resume(LIFT, remark(Duration.ZERO), NOON, ALWAYS)))
                .isEqualTo("NOT_PAUSED");
    }

    @Test
    void onlyALaterDeadlineExtendsAndOnlyBeforeTheEscalation() {
        var later = TIMETABLE.deadline().plusSeconds(1);

        assertThat(refusal(new Running(TIMETABLE).extend(LIFT, remark(Duration.ZERO), TIMETABLE.deadline(), ALWAYS)))
                .isEqualTo("NOT_LATER");
        assertThat(refusal(new Running(TIMETABLE.after(3)).extend(LIFT, remark(Duration.ZERO), later, ALWAYS)))
                .isEqualTo("ALREADY_ESCALATED");
        assertThat(accepted(new Running(TIMETABLE.after(2)).extend(LIFT, remark(Duration.ZERO), later, ALWAYS))
                        .state()
                        .timetable()
                        .deadline())
                .isEqualTo(later);
    }

    @Test
    void whatIsUrgentIsRemindedOfAndEscalatesInAThirdOfTheTime() {
        var urgent = new Patience(Duration.ofHours(72), List.of(Duration.ofHours(24), Duration.ofHours(48)), false)
                .whenUrgent()
                .from(NOON, ALWAYS);

        assertThat(urgent.steps())
                .extracting(step -> Duration.between(NOON, step.at()).toHours())
                .containsExactly(8L, 16L, 24L, 48L);
    }

    private static Remark remark(Duration after) {
        return new Remark(new PersonId(new UUID(0, 4)), "The lift is being looked at", NOON.plus(after));
    }

    private static boolean isLate(ApprovalEvent event) {
        return switch (event) {
            case ApprovalReminded reminded -> reminded.notice().late();
            case ApprovalEscalated escalated -> escalated.notice().late();
            default -> throw new AssertionError(event);
        };
    }

    private static <S> Outcome.Accepted<S, ApprovalEvent> accepted(Outcome<S, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<S, ApprovalEvent> accepted -> accepted;
            case Outcome.Refused<S, ApprovalEvent>(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private static <S> String refusal(Outcome<S, ApprovalEvent> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<S, ApprovalEvent> accepted -> throw new AssertionError(accepted.events());
            case Outcome.Refused<S, ApprovalEvent>(var refusal) -> refusal.code();
        };
    }
}
