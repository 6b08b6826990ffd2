package io.rems.firm.assignment.domain;

import io.rems.platform.access.FirmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to the assignments of a user. */
public sealed interface AssignmentEvent {

    Holder holder();

    record Granted(Holder holder, Assignment assignment, boolean primary) implements AssignmentEvent {}

    /** {@code assignment} as it was before. */
    record Ended(Holder holder, Assignment assignment, Instant at) implements AssignmentEvent {}

    /** {@code from} is absent when the user gets his first assignment, {@code to} when he loses his last. */
    record PrimaryMoved(
            Holder holder, @Nullable FirmId from, @Nullable FirmId to) implements AssignmentEvent {}
}
