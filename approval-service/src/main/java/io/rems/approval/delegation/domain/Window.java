package io.rems.approval.delegation.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days of a delegation in the firm's time zone: {@code from} inclusive, {@code until} exclusive or open. */
public record Window(LocalDate from, @Nullable LocalDate until) {

    public Window {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("must be after the first day");
        }
    }

    public boolean contains(LocalDate day) {
        return !isAhead(day) && !isOver(day);
    }

    public boolean isAhead(LocalDate day) {
        return day.isBefore(from);
    }

    public boolean isOver(LocalDate day) {
        return until != null && !day.isBefore(until);
    }

    /** Whether there is a day that both contain. */
    public boolean meets(Window other) {
        return !isOver(other.from) && !other.isOver(from);
    }

    /** The days that both contain; empty where there are none. */
    public Optional<Window> common(Window other) {
        if (!meets(other)) {
            return Optional.empty();
        }
        var first = from.isAfter(other.from) ? from : other.from;
        var last = Stream.of(this, other).map(Window::end).min(Comparator.naturalOrder());
        return last.map(end -> new Window(first, end.equals(LocalDate.MAX) ? null : end));
    }

    /** The first day after; the last of all where it is open. */
    public LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }
}
