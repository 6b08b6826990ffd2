package io.rems.approval.escalation.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.escalation.domain.RequestClock;
import io.rems.approval.escalation.domain.Step;
import io.rems.approval.escalation.domain.StepKind;
import io.rems.approval.escalation.domain.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** How a clock stands in the database: instants, and which of them is the deadline. */
final class TimetableRow {

    static final String COLUMNS = "expense_id, due_at, times, escalation, done, again, working_days, paused_at";

    private TimetableRow() {}

    static RequestClock clock(Row row) {
        var timetable = timetable(row);
        var pausedAt = row.get("paused_at", Instant.class);
        return pausedAt == null
                ? new RequestClock.Running(timetable)
                : new RequestClock.Paused(timetable, pausedAt, row.get("due_at", Instant.class));
    }

    static Instant[] times(Timetable timetable) {
        return timetable.steps().stream().map(Step::at).toArray(Instant[]::new);
    }

    private static Timetable timetable(Row row) {
        var times = requireNonNull(row.get("times", Instant[].class));
        int escalation = row.get("escalation", Integer.class);
        var steps = IntStream.range(0, times.length)
                .mapToObj(place -> new Step(kind(place, escalation, times.length - 1), times[place]))
                .toList();
        return new Timetable(
                steps,
                Duration.parse(row.get("again", String.class)),
                row.get("working_days", Boolean.class),
                row.get("done", Integer.class));
    }

    private static StepKind kind(int place, int escalation, int last) {
        if (place < escalation) {
            return StepKind.REMINDER;
        }
        if (place == escalation) {
            return StepKind.ESCALATION;
        }
        return place == last ? StepKind.PLATFORM_ESCALATION : StepKind.ADMINISTRATORS_REMINDER;
    }
}
