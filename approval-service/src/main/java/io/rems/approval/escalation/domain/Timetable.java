package io.rems.approval.escalation.domain;

import static io.rems.approval.escalation.domain.StepKind.ADMINISTRATORS_REMINDER;
import static io.rems.approval.escalation.domain.StepKind.ESCALATION;
import static io.rems.approval.escalation.domain.StepKind.PLATFORM_ESCALATION;
import static io.rems.approval.escalation.domain.StepKind.REMINDER;

import io.rems.approval.businesstime.domain.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that becomes of a request that nobody decides, in its order, and how much of it is done. It is made when the request
 * is, and other settings and holidays do not change it: what was told holds.
 *
 * @param again the time between the two escalations
 * @param workingDaysOnly which time it was reckoned in, and goes on to be
 * @param done how many steps, from the first on
 */
public record Timetable(List<Step> steps, Duration again, boolean workingDaysOnly, int done) {

    private static final Duration DAILY = Duration.ofDays(1);

    public Timetable {
        steps = List.copyOf(steps);
        if (done < 0 || done > steps.size()) {
            throw new IllegalArgumentException("Not that many steps: " + done);
        }
    }

    static Timetable of(List<Instant> reminders, Instant deadline, Patience patience, BusinessTime time) {
        var steps = new ArrayList<Step>();
        reminders.forEach(at -> steps.add(new Step(REMINDER, at)));
        steps.addAll(fromDeadline(deadline, patience.escalateAfter(), time));
        return new Timetable(steps, patience.escalateAfter(), patience.workingDaysOnly(), 0);
    }

    public Instant deadline() {
        return steps.get(escalation()).at();
    }

    public boolean isEscalated() {
        return done > escalation();
    }

    /** Where the escalation stands among the steps. */
    public int escalation() {
        for (var place = 0; place < steps.size(); place++) {
            if (steps.get(place).kind() == ESCALATION) {
                return place;
            }
        }
        throw new IllegalStateException("A timetable without a deadline");
    }

    public List<Step> coming() {
        return steps.subList(done, steps.size());
    }

    /** What should have been done by now and was not, the earliest first. */
    public List<Step> due(Instant now) {
        return coming().stream().takeWhile(step -> !step.at().isAfter(now)).toList();
    }

    /** After so many steps more. */
    public Timetable after(int moreSteps) {
        return new Timetable(steps, again, workingDaysOnly, done + moreSteps);
    }

    /** Goes on after a pause: whatever had still so much time when it began has as much from its end on. */
    Timetable resumed(Instant pausedAt, Instant at, BusinessTime time) {
        return with(coming().stream()
                .map(step -> new Step(step.kind(), time.after(at, time.between(pausedAt, step.at()))))
                .toList());
    }

    /** With a later deadline; the reminders before it stay where they are, what follows it moves with it. */
    Timetable extended(Instant deadline, BusinessTime time) {
        var later = new ArrayList<>(
                coming().stream().filter(step -> step.kind() == REMINDER).toList());
        later.addAll(fromDeadline(deadline, again, time));
        return with(later);
    }

    /** Escalated before its deadline: what follows is reckoned from this instant. */
    public Timetable escalated(Instant at, BusinessTime time) {
        var escalation = escalation();
        var all = new ArrayList<>(steps.subList(0, escalation));
        all.addAll(fromDeadline(at, again, time));
        return new Timetable(all, again, workingDaysOnly, escalation + 1);
    }

    private Timetable with(List<Step> coming) {
        var all = new ArrayList<>(steps.subList(0, done));
        all.addAll(coming);
        return new Timetable(all, again, workingDaysOnly, done);
    }

    private static List<Step> fromDeadline(Instant deadline, Duration again, BusinessTime time) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(ESCALATION, deadline));
        for (var after = DAILY; after.compareTo(again) < 0; after = after.plus(DAILY)) {
            steps.add(new Step(ADMINISTRATORS_REMINDER, time.after(deadline, after)));
        }
        steps.add(new Step(PLATFORM_ESCALATION, time.after(deadline, again)));
        return steps;
    }
}
