package io.rems.firm.assignment.domain;

import static io.rems.firm.assignment.domain.AssignmentRefusal.ALREADY_ASSIGNED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.ASSIGNMENT_ENDED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.NOT_ASSIGNED;
import static io.rems.platform.Outcome.refused;

import io.rems.firm.assignment.domain.AssignmentEvent.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All active assignments of one user: one a firm at most, and one of their firms is primary as long as there are any. */
public record UserAssignments(
        Holder holder, List<Assignment> active, @Nullable FirmId primary) {

    private static final Comparator<Assignment> LONGEST_HELD = Comparator.comparing(Assignment::since)
            .thenComparing(assignment -> assignment.firm().value());

    public UserAssignments {
        active = List.copyOf(active);
        var firms = active.stream().map(Assignment::firm).distinct().toList();
        if (firms.size() != active.size()) {
            throw new IllegalArgumentException("Two active assignments in one firm: " + active);
        }
        if (primary == null ? !firms.isEmpty() : !firms.contains(primary)) {
            throw new IllegalArgumentException(primary + " cannot be the primary one of " + firms);
        }
    }

    /** Adds an assignment; the firm of a user's first is primary whatever was asked. */
    public Outcome<UserAssignments, AssignmentEvent> grant(
            AssignmentId id, FirmId firm, Position position, boolean asPrimary, Instant at) {
        if (in(firm).isPresent()) {
            return refused(ALREADY_ASSIGNED);
        }
        var granted = new Assignment(id, firm, position, at, 1);
        var nextPrimary = asPrimary || primary == null ? firm : primary;
        return changed(
                Stream.concat(active.stream(), Stream.of(granted)),
                nextPrimary,
                new Granted(holder, granted, nextPrimary.equals(firm)));
    }

    /** Ends an assignment; if its firm was primary, the one held longest among the others becomes it. */
    public Outcome<UserAssignments, AssignmentEvent> end(FirmId firm, AssignmentId id, Instant at) {
        var ending = in(firm).filter(assignment -> assignment.id().equals(id));
        if (ending.isEmpty()) {
            return refused(ASSIGNMENT_ENDED);
        }
        var rest = active.stream().filter(other -> !other.equals(ending.get())).toList();
        var successor = rest.stream().min(LONGEST_HELD).map(Assignment::firm).orElse(null);
        return changed(rest.stream(), firm.equals(primary) ? successor : primary, new Ended(holder, ending.get(), at));
    }

    public Outcome<UserAssignments, AssignmentEvent> choosePrimary(FirmId firm) {
        return in(firm).isPresent() ? changed(active.stream(), firm) : refused(NOT_ASSIGNED);
    }

    public Optional<Assignment> in(FirmId firm) {
        return active.stream()
                .filter(assignment -> assignment.firm().equals(firm))
                .findFirst();
    }

    private Outcome<UserAssignments, AssignmentEvent> changed(
            Stream<Assignment> next, @Nullable FirmId nextPrimary, AssignmentEvent... events) {
        var moved = Objects.equals(primary, nextPrimary)
                ? Stream.<AssignmentEvent>empty()
                : Stream.of(new PrimaryMoved(holder, primary, nextPrimary));
        return new Accepted<>(
                new UserAssignments(holder, next.toList(), nextPrimary),
                Stream.concat(Stream.of(events), moved).toList());
    }
}
