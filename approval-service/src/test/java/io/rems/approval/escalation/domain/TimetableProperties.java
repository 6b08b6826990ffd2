package io.rems.approval.escalation.domain;

import static io.rems.approval.escalation.domain.StepKind.ADMINISTRATORS_REMINDER;
import static io.rems.approval.escalation.domain.StepKind.ESCALATION;
import static io.rems.approval.escalation.domain.StepKind.PLATFORM_ESCALATION;
import static io.rems.approval.escalation.domain.StepKind.REMINDER;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.businesstime.domain.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TimetableProperties {

    private static final Instant REQUESTED = Instant.parse("2026-11-25T09:00:00Z");
    private static final BusinessTime ALWAYS = new BusinessTime.Always();
    private static final BusinessTime WORKING_DAYS =
            new BusinessTime.WorkingDays(ZoneId.of("Asia/Kuwait"), Set.of(FRIDAY, SATURDAY), List.of());

    @Property
    void stepsComeInTheirOrderAndTheKindsInTheirs(
            @ForAll("patience") Patience patience, @ForAll("times") BusinessTime time) {
        var steps = patience.from(REQUESTED, time).steps();

        assertThat(steps).extracting(Step::at).isSorted();
        assertThat(steps).extracting(Step::kind).isSortedAccordingTo((a, b) -> a.compareTo(b));
        assertThat(steps).extracting(Step::kind).containsOnlyOnce(ESCALATION, PLATFORM_ESCALATION);
        assertThat(steps.getLast().kind()).isEqualTo(PLATFORM_ESCALATION);
    }

    @Property
    void nobodyIsRemindedAfterTheDeadlineButAdministratorsDaily(@ForAll("patience") Patience patience) {
        var timetable = patience.from(REQUESTED, ALWAYS);
        var deadline = REQUESTED.plus(patience.escalateAfter());

        assertThat(timetable.deadline()).isEqualTo(deadline);
        assertThat(timetable.steps())
                .filteredOn(step -> step.kind() == REMINDER)
                .hasSize((int) patience.remindAfter().stream()
                        .filter(after -> REQUESTED.plus(after).isBefore(deadline))
                        .count());
        assertThat(timetable.steps())
                .filteredOn(step -> step.kind() == ADMINISTRATORS_REMINDER)
                .hasSize((int) patience.escalateAfter().minusNanos(1).toDays());
    }

    @Property
    void howeverOftenSomebodyLooksEachStepIsDueOnceAndInItsOrder(
            @ForAll("patience") Patience patience,
            @ForAll("times") BusinessTime time,
            @ForAll List<@IntRange(max = 400_000) Integer> waits) {
        var timetable = patience.from(REQUESTED, time);
        var done = new ArrayList<Step>();
        var now = REQUESTED;
        for (var wait : waits) {
            now = now.plusSeconds(wait);
            var due = timetable.due(now);
            done.addAll(due);
            timetable = timetable.after(due.size());
        }

        assertThat(done).isEqualTo(timetable.steps().subList(0, done.size()));
        assertThat(timetable.due(now)).isEmpty();
    }

    @Property
    void aPauseCostsNobodyAnyOfHisTime(
            @ForAll("patience") Patience patience,
            @ForAll("times") BusinessTime time,
            @ForAll @IntRange(max = 400_000) int before,
            @ForAll @IntRange(max = 4_000_000) int length) {
        var pausedAt = REQUESTED.plusSeconds(before);
        var resumedAt = pausedAt.plusSeconds(length);
        var planned = patience.from(REQUESTED, time);
        var timetable = planned.after(planned.due(pausedAt).size());

        var resumed = timetable.resumed(pausedAt, resumedAt, time);

        assertThat(resumed.done()).isEqualTo(timetable.done());
        assertThat(resumed.steps()).hasSameSizeAs(timetable.steps());
        for (var place = timetable.done(); place < timetable.steps().size(); place++) {
            assertThat(time.between(resumedAt, resumed.steps().get(place).at()))
                    .isEqualTo(
                            time.between(pausedAt, timetable.steps().get(place).at()));
        }
    }

    @Property
    void moreTimeMovesTheDeadlineAndWhatFollowsButNoReminderAndNothingThatIsDone(
            @ForAll("patience") Patience patience,
            @ForAll("times") BusinessTime time,
            @ForAll @IntRange(max = 400_000) int elapsed,
            @ForAll @IntRange(min = 1, max = 400_000) int more) {
        var planned = patience.from(REQUESTED, time);
        var reminded = (int) planned.due(REQUESTED.plusSeconds(elapsed)).stream()
                .filter(step -> step.kind() == REMINDER)
                .count();
        var deadline = time.after(planned.deadline(), Duration.ofSeconds(more));

        var extended = planned.after(reminded).extended(deadline, time);

        assertThat(extended.deadline()).isEqualTo(deadline);
        assertThat(extended.done()).isEqualTo(reminded);
        assertThat(extended.steps().subList(0, extended.escalation()))
                .isEqualTo(planned.steps().subList(0, planned.escalation()));
        assertThat(extended.steps().getLast().at()).isEqualTo(time.after(deadline, patience.escalateAfter()));
    }

    @Provide
    Arbitrary<BusinessTime> times() {
        return Arbitraries.of(ALWAYS, WORKING_DAYS);
    }

    @Provide
    Arbitrary<Patience> patience() {
        var seconds = Arbitraries.longs().between(1, 500_000).map(Duration::ofSeconds);
        return Combinators.combine(seconds, seconds.list().ofMaxSize(6))
                .as((escalateAfter, remindAfter) -> new Patience(escalateAfter, remindAfter, false));
    }
}
