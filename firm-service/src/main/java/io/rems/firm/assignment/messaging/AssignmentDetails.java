package io.rems.firm.assignment.messaging;

import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.events.PublishedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole assignment as it is after what happened. */
@PublishedEvent(
        type = AssignmentDetails.GRANTED,
        subject = "assignment",
        description = "A user has a role in the firm, or will have it from a moment on.")
@PublishedEvent(
        type = AssignmentDetails.ACCEPTED,
        subject = "assignment",
        description = "An invited user has come to the firm, and is called there what he calls himself.")
@PublishedEvent(
        type = AssignmentDetails.STARTED,
        subject = "assignment",
        description = "The moment has come from which a user has his role in the firm.")
@PublishedEvent(
        type = AssignmentDetails.CHANGED,
        subject = "assignment",
        beforeAnswer = true,
        description = "A user has another role, access level, link or validity in the firm.")
@PublishedEvent(
        type = AssignmentDetails.SUSPENDED,
        subject = "assignment",
        beforeAnswer = true,
        description = "A user is kept out of the firm for the time being.")
@PublishedEvent(
        type = AssignmentDetails.RESUMED,
        subject = "assignment",
        description = "A user who was kept out of the firm is let in again.")
record AssignmentDetails(
        UUID assignmentId,
        UUID userId,
        String userName,
        String email,
        Role role,
        AccessLevel accessLevel,
        @Nullable UUID ownerId,
        @Nullable UUID tenantId,
        boolean primary,
        Instant from,

        @Nullable @Schema(description = "When it ends by itself, or would have")
        Instant until,

        AssignmentStatus status,

        @Nullable @Schema(description = "As whoever did it gave it; none where time did")
        String reason) {
    static final String GRANTED = "rems.firm.AssignmentGranted.v1";
    static final String ACCEPTED = "rems.firm.AssignmentAccepted.v1";
    static final String STARTED = "rems.firm.AssignmentStarted.v1";
    static final String CHANGED = "rems.firm.AssignmentChanged.v1";
    static final String SUSPENDED = "rems.firm.AssignmentSuspended.v1";
    static final String RESUMED = "rems.firm.AssignmentResumed.v1";

    static AssignmentDetails of(Happened happened) {
        var holder = happened.holder();
        var terms = happened.after().terms();
        var position = terms.position();
        return new AssignmentDetails(
                terms.id().value(),
                holder.id(),
                happened.userName(),
                happened.email(),
                position.role(),
                position.level(),
                position.ownerId(),
                position.tenantId(),
                happened.primary(),
                terms.validity().from(),
                terms.validity().until(),
                happened.after().status(),
                happened.reason());
    }
}
