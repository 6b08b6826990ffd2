package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.Revision;
import io.rems.ownership.ownership.Revision.Recording;
import io.rems.ownership.ownership.Timeline;
import io.rems.ownership.ownership.domain.ChangeKind;
import io.rems.ownership.ownership.domain.Interval;
import io.rems.ownership.ownership.domain.PropertyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of a property in both times.
 *
 * @param intervals all of time, one after the other: the first has no beginning and the last no end
 * @param history every revision of every period, in the order in which they were recorded
 */
record TimelineView(UUID propertyId, List<IntervalView> intervals, List<RevisionView> history) {

    record IntervalView(@Nullable LocalDate from, @Nullable LocalDate to, boolean complete, List<HolderView> holders) {

        static IntervalView of(Interval interval, @Nullable UUID onlyOwn) {
            return new IntervalView(
                    interval.from(),
                    interval.to(),
                    interval.holdings().complete(),
                    HolderView.of(interval.holdings(), onlyOwn));
        }
    }

    /** @param by a user's id, or {@code service:<name>}; absent where the caller may not know, as is the reason */
    record RecordingView(
            Instant at,
            @Nullable ChangeKind change,
            @Nullable String by,
            @Nullable String reason) {

        static RecordingView of(Recording recording) {
            return new RecordingView(recording.at(), recording.kind(), recording.by(), recording.reason());
        }
    }

    /** @param superseded when it ceased to count; absent while it does */
    record RevisionView(
            PeriodView period,
            RecordingView recorded,
            @Nullable RecordingView superseded) {

        static RevisionView of(PropertyId property, Revision revision) {
            return new RevisionView(
                    PeriodView.of(property, revision.period()),
                    RecordingView.of(revision.recorded()),
                    revision.superseded() instanceof Recording undone ? RecordingView.of(undone) : null);
        }
    }

    static TimelineView of(PropertyId property, Timeline timeline) {
        return new TimelineView(
                property.value(),
                timeline.intervals().stream()
                        .map(interval -> IntervalView.of(interval, timeline.onlyOwn()))
                        .toList(),
                timeline.history().stream()
                        .map(revision -> RevisionView.of(property, revision))
                        .toList());
    }
}
