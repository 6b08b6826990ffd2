package io.rems.firm.assignment.domain;

import static io.rems.firm.assignment.domain.AssignmentRefusal.ALREADY_STARTED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.ASSIGNMENT_ENDED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.ASSIGNMENT_SUSPENDED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.NOT_STARTED;
import static io.rems.firm.assignment.domain.AssignmentRefusal.NOT_SUSPENDED;
import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.Objects;

/** What a user is in a firm, and whether it holds: only an active one lets him in. */
public sealed interface Assignment {

    Terms terms();

    /** Begins by itself; {@code asPrimary} if its firm shall be the user's primary one then. */
    record Scheduled(Terms terms, boolean asPrimary) implements Assignment {}

    record Active(Terms terms) implements Assignment {}

    /** Holds nothing for the time being, and ends when it would have ended anyway. */
    record Suspended(Terms terms, Instant at) implements Assignment {}

    record Ended(Terms terms, Instant at) implements Assignment {}

    default Outcome<Assignment, Change> change(Position position, Validity validity) {
        return switch (this) {
            case Scheduled(var terms, var asPrimary) ->
                accepted(new Scheduled(terms.next(position, validity), asPrimary), Change.CHANGED);
            case Active(var terms)
            when beganThen(validity) -> accepted(new Active(terms.next(position, validity)), Change.CHANGED);
            case Suspended(var terms, var at)
            when beganThen(validity) -> accepted(new Suspended(terms.next(position, validity), at), Change.CHANGED);
            case Active _, Suspended _ -> refused(ALREADY_STARTED);
            case Ended _ -> refused(ASSIGNMENT_ENDED);
        };
    }

    default Outcome<Assignment, Change> suspend(Instant at) {
        return switch (this) {
            case Active(var terms) -> accepted(new Suspended(terms.next(), at), Change.SUSPENDED);
            case Scheduled _ -> refused(NOT_STARTED);
            case Suspended _ -> refused(ASSIGNMENT_SUSPENDED);
            case Ended _ -> refused(ASSIGNMENT_ENDED);
        };
    }

    default Outcome<Assignment, Change> resume() {
        return switch (this) {
            case Suspended(var terms, var _) -> accepted(new Active(terms.next()), Change.RESUMED);
            case Scheduled _, Active _ -> refused(NOT_SUSPENDED);
            case Ended _ -> refused(ASSIGNMENT_ENDED);
        };
    }

    /** Also takes back one that has not begun. */
    default Outcome<Assignment, Change> end(Instant at) {
        return switch (this) {
            case Scheduled _, Active _, Suspended _ -> accepted(new Ended(terms().next(), at), Change.ENDED);
            case Ended _ -> refused(ASSIGNMENT_ENDED);
        };
    }

    /** What time makes of it, one step at a time; the same as before if nothing is due. */
    default Assignment asOf(Instant at) {
        return switch (this) {
            case Scheduled(var terms, var _) when terms.validity().hasBegun(at) -> new Active(terms.next());
            case Active(var terms) when terms.validity().isOver(at) -> over(terms);
            case Suspended(var terms, var _) when terms.validity().isOver(at) -> over(terms);
            case Scheduled _, Active _, Suspended _, Ended _ -> this;
        };
    }

    /** The user has come. */
    default Assignment introduced() {
        return switch (this) {
            case Scheduled(var terms, var asPrimary) -> new Scheduled(terms.introduced(), asPrimary);
            case Active(var terms) -> new Active(terms.introduced());
            case Suspended(var terms, var at) -> new Suspended(terms.introduced(), at);
            case Ended _ -> this;
        };
    }

    default AssignmentStatus status() {
        return switch (this) {
            case Scheduled _ -> AssignmentStatus.SCHEDULED;
            case Active _ -> AssignmentStatus.ACTIVE;
            case Suspended _ -> AssignmentStatus.SUSPENDED;
            case Ended _ -> AssignmentStatus.ENDED;
        };
    }

    default AssignmentId id() {
        return terms().id();
    }

    default FirmId firm() {
        return terms().firm();
    }

    private boolean beganThen(Validity validity) {
        return validity.from().equals(terms().validity().from());
    }

    private static Ended over(Terms terms) {
        return new Ended(terms.next(), Objects.requireNonNull(terms.validity().until()));
    }
}
