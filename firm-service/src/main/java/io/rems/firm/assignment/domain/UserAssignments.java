package io.rems.firm.assignment.domain;

import static io.rems.firm.assignment.domain.AssignmentRefusal.ALREADY_ASSIGNED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.ASSIGNMENT_ENDED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.LAST_ADMINISTRATOR;
import static io.rems.firm.assignment.domain.AssignmentRefusal.NOT_ASSIGNED;
import static io.rems.platform.Outcome.refused;

import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.firm.assignment.domain.Assignment.Ended;
import io.rems.firm.assignment.domain.Assignment.Scheduled;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All assignments of one user that have not ended: never two in one firm at a time, and one of the firms where he is
 * active is his primary one as long as there are any. Every command first does what time has brought.
 */
public record UserAssignments(
        Holder holder, List<Assignment> current, @Nullable FirmId primary) {

    public UserAssignments {
        current = List.copyOf(current);
        for (var one : current) {
            if (one instanceof Ended || overlapping(current, one).isPresent()) {
                throw new IllegalArgumentException("Not a set of current assignments: " + current);
            }
        }
        var firms = activeFirms(current);
        if (primary == null ? !firms.isEmpty() : !firms.contains(primary)) {
            throw new IllegalArgumentException(primary + " cannot be the primary one of " + firms);
        }
    }

    public Outcome<UserAssignments, AssignmentEvent> grant(FirmId firm, Grant grant, Instant at) {
        var terms = new Terms(grant.id(), firm, grant.position(), grant.validity(at), grant.introduction(), 1);
        var draft = Draft.of(this, at);
        if (overlapping(draft.current(), new Active(terms)).isPresent()) {
            return refused(ALREADY_ASSIGNED);
        }
        var granted = terms.validity().hasBegun(at) ? new Active(terms) : new Scheduled(terms, grant.asPrimary());
        draft.add(granted, grant.reason());
        if (grant.asPrimary() && granted instanceof Active) {
            draft.prefer(firm);
        }
        return draft.finished(at);
    }

    public Outcome<UserAssignments, AssignmentEvent> change(
            On one, Position position, Validity validity, Administrators administrators, Instant at) {
        return command(one, administrators, at, assignment -> assignment.change(position, validity));
    }

    public Outcome<UserAssignments, AssignmentEvent> suspend(On one, Administrators administrators, Instant at) {
        return command(one, administrators, at, assignment -> assignment.suspend(at));
    }

    public Outcome<UserAssignments, AssignmentEvent> resume(On one, Instant at) {
        return command(one, Administrators.NONE, at, Assignment::resume);
    }

    public Outcome<UserAssignments, AssignmentEvent> end(On one, Administrators administrators, Instant at) {
        return command(one, administrators, at, assignment -> assignment.end(at));
    }

    public Outcome<UserAssignments, AssignmentEvent> choosePrimary(FirmId firm, Instant at) {
        var draft = Draft.of(this, at);
        if (!activeFirms(draft.current()).contains(firm)) {
            return refused(NOT_ASSIGNED);
        }
        draft.come(firm);
        draft.prefer(firm);
        return draft.finished(at);
    }

    /** The user comes to the firm, or, where none is named, to all that have invited him; nothing if he came before. */
    public Outcome<UserAssignments, AssignmentEvent> accept(@Nullable FirmId firm, Instant at) {
        var draft = Draft.of(this, at);
        draft.come(firm);
        return draft.finished(at);
    }

    /** Does what time has brought, and nothing else. */
    public Outcome<UserAssignments, AssignmentEvent> passTime(Instant at) {
        return Draft.of(this, at).finished(at);
    }

    public Optional<Assignment> find(AssignmentId id) {
        return current.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What the user is, will be or would be in the firm: one after the other, the first of them. */
    public Optional<Assignment> in(FirmId firm) {
        return current.stream()
                .filter(one -> one.firm().equals(firm))
                .min(Comparator.comparing(one -> one.terms().validity().from()));
    }

    /** Which assignment a command is for, and why it is given. */
    public record On(FirmId firm, AssignmentId id, @Nullable String reason) {

        boolean means(Assignment assignment) {
            return assignment.id().equals(id) && assignment.firm().equals(firm);
        }
    }

    private Outcome<UserAssignments, AssignmentEvent> command(
            On one,
            Administrators administrators,
            Instant at,
            Function<Assignment, Outcome<Assignment, Change>> command) {
        var draft = Draft.of(this, at);
        var found = draft.current().stream().filter(one::means).findFirst();
        if (found.isEmpty()) {
            return refused(ASSIGNMENT_ENDED);
        }
        return switch (command.apply(found.get())) {
            case Refused(var refusal) -> refused(refusal);
            case Accepted(var after, var _) when administrators.lostWith(after) -> refused(LAST_ADMINISTRATOR);
            case Accepted(var after, var _)
            when !(after instanceof Ended)
                    && overlapping(draft.current(), after).isPresent() -> refused(ALREADY_ASSIGNED);
            case Accepted(var after, var changes) -> {
                draft.replace(found.get(), after, changes.getFirst(), one.reason());
                yield draft.finished(at);
            }
        };
    }

    private static Optional<Assignment> overlapping(List<Assignment> current, Assignment one) {
        return current.stream()
                .filter(other -> other.firm().equals(one.firm()) && !other.id().equals(one.id()))
                .filter(other -> other.terms().validity().overlaps(one.terms().validity()))
                .findFirst();
    }

    private static List<FirmId> activeFirms(List<Assignment> current) {
        return current.stream()
                .filter(Active.class::isInstance)
                .map(Assignment::firm)
                .toList();
    }
}
