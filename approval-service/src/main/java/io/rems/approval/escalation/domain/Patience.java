package io.rems.approval.escalation.domain;

import io.rems.approval.businesstime.domain.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long the firm waits for those who decide.
 *
 * @param escalateAfter until the administrators are asked, and from then on until the platform is
 * @param remindAfter when those who have not voted are reminded; what is not before the escalation is left out
 * @param workingDaysOnly whether the days on which the firm does not work count for nothing
 */
public record Patience(Duration escalateAfter, List<Duration> remindAfter, boolean workingDaysOnly) {

    private static final long URGENT = 3;

    public Patience {
        if (!escalateAfter.isPositive() || !remindAfter.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("Not a time to wait: " + escalateAfter + ", " + remindAfter);
        }
        remindAfter = remindAfter.stream().distinct().sorted().toList();
    }

    /** With what is urgent: a third of it all. */
    public Patience whenUrgent() {
        return new Patience(
                escalateAfter.dividedBy(URGENT),
                remindAfter.stream().map(after -> after.dividedBy(URGENT)).toList(),
                workingDaysOnly);
    }

    /** What becomes of a request that was made at this instant, as long as nobody decides on it. */
    public Timetable from(Instant requestedAt, BusinessTime time) {
        var deadline = time.after(requestedAt, escalateAfter);
        var reminders = remindAfter.stream()
                .filter(after -> after.compareTo(escalateAfter) < 0)
                .map(after -> time.after(requestedAt, after))
                .toList();
        return Timetable.of(reminders, deadline, this, time);
    }
}
