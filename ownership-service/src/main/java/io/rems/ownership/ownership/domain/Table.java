package io.rems.ownership.ownership.domain;

import static java.util.stream.Collectors.toSet;

import io.rems.ownership.ownership.domain.OwnershipEvent.TableAssigned;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who holds a property on some days, said at once: nobody else holds anything then, and what is before and after stays.
 * An owner stands in it once.
 */
public record Table(Validity days, List<Assignment> assignments, String reason) {

    public Table {
        assignments = besideTheContact(assignments);
        var owners = new HashSet<UUID>();
        if (!assignments.stream()
                .allMatch(assignment -> owners.add(assignment.holder().ownerId()))) {
            throw new IllegalArgumentException("An owner stands in a table once");
        }
    }

    /** What that means for the periods of the property: those that are as they should be stay untouched. */
    public TableAssigned replacing(List<OwnershipPeriod> periods) {
        var concerned = periods.stream()
                .filter(period -> period.validity().overlaps(days))
                .toList();
        var changed = assignments.stream()
                .filter(line -> !line.isHeldIn(of(line.holder(), concerned), days))
                .toList();
        var kept = assignments.stream()
                .filter(line -> !changed.contains(line))
                .map(line -> line.holder().ownerId())
                .collect(toSet());
        var superseded = concerned.stream()
                .filter(period -> !kept.contains(period.holder().ownerId()))
                .toList();
        var recorded = Stream.concat(
                superseded.stream().flatMap(period -> period.without(days).stream()),
                changed.stream().map(line -> line.begun(days, of(line.holder(), concerned))));
        return new TableAssigned(days, superseded, recorded.toList(), reason);
    }

    private static List<OwnershipPeriod> of(Holder holder, List<OwnershipPeriod> periods) {
        return periods.stream()
                .filter(period -> period.holder().ownerId().equals(holder.ownerId()))
                .toList();
    }

    private static List<Assignment> besideTheContact(List<Assignment> assignments) {
        return assignments.stream().anyMatch(Assignment::isPrimaryContact)
                ? assignments.stream().map(Assignment::besideContact).toList()
                : List.copyOf(assignments);
    }
}
