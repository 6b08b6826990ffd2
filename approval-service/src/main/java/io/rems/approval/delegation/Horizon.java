package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.ownership.domain.PropertyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Until when a delegation can run, as far as is known on a day.
 *
 * @param held the owner's properties from that day on, with the first day on which he holds them no longer
 */
record Horizon(LocalDate today, ZoneId zone, Map<PropertyId, Optional<LocalDate>> held) {

    /** Absent while it runs on. */
    Optional<Ending.Cause> endsToday(Delegation delegation) {
        if (delegation.window().isOver(today)) {
            return Optional.of(Ending.Cause.OVER);
        }
        return of(delegation).findAny().isPresent() ? Optional.empty() : Optional.of(Ending.Cause.OWNERSHIP_ENDED);
    }

    /** Where its last day has passed, or he holds nothing of it any more; null: nobody knows yet. */
    @Nullable
    Instant dueAt(Delegation delegation) {
        return Stream.concat(Stream.ofNullable(delegation.window().until()), heldUntil(delegation).stream())
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    boolean holds(PropertyId property) {
        return held.containsKey(property);
    }

    private Optional<LocalDate> heldUntil(Delegation delegation) {
        return of(delegation).anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : of(delegation).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private Stream<Optional<LocalDate>> of(Delegation delegation) {
        var properties = delegation.limits().properties();
        return held.entrySet().stream()
                .filter(property -> properties.isEmpty() || properties.contains(property.getKey()))
                .map(Map.Entry::getValue);
    }
}
