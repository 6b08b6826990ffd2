package io.rems.ownership.snapshot;

import io.rems.platform.access.Actor;
import io.rems.platform.events.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a snapshot is.
 *
 * @param actor in whose name it tells
 * @param after the last one of the part that it has told of
 * @param told how many of each part
 * @param total of all parts; absent until they were counted
 */
record Snapshot(
        UUID job,
        Actor actor,
        Part part,
        UUID after,
        Map<Part, Long> told,
        @Nullable Long total) {

    /** Before every id. */
    static final UUID FIRST = new UUID(0, 0);

    Snapshot counted(long all) {
        return new Snapshot(job, actor, part, after, told, all);
    }

    Snapshot having(List<Message> messages) {
        var counts = new TreeMap<>(told);
        counts.merge(part, messages.stream().map(Message::subject).distinct().count(), Long::sum);
        return new Snapshot(job, actor, part, messages.getLast().subject(), counts, total);
    }

    boolean isAtLastPart() {
        return part.ordinal() == Part.values().length - 1;
    }

    Snapshot atNextPart() {
        return new Snapshot(job, actor, Part.values()[part.ordinal() + 1], FIRST, told, total);
    }

    long done() {
        return told.values().stream().mapToLong(Long::longValue).sum();
    }
}
