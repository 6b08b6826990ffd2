package io.rems.firm.assignment.domain;

import io.rems.platform.access.FirmId;
import org.jspecify.annotations.Nullable;

/** What happened to the assignments of a user. */
public sealed interface AssignmentEvent {

    Holder holder();

    /**
     * One assignment is not what it was.
     *
     * @param before absent when it is granted
     * @param primary whether its firm is the user's primary one now
     * @param reason as whoever did it gave it; time gives none
     */
    record Happened(
            Holder holder,
            Change change,
            @Nullable Assignment before,
            Assignment after,
            boolean primary,
            @Nullable String reason)
            implements AssignmentEvent {

        /** What the firm calls the user. */
        public String userName() {
            var introduction = after.terms().introduction();
            return introduction == null ? holder.name() : introduction.name();
        }

        /** The address that the firm knows. */
        public String email() {
            var introduction = after.terms().introduction();
            return introduction == null ? holder.email() : introduction.email();
        }
    }

    /** {@code from} is absent when the user gets his first active assignment, {@code to} when he loses his last. */
    record PrimaryMoved(
            Holder holder, @Nullable FirmId from, @Nullable FirmId to) implements AssignmentEvent {}
}
