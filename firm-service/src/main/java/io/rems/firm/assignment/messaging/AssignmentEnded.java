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

/** The whole assignment as it was at its end. */
@PublishedEvent(
        type = AssignmentEnded.TYPE,
        subject = "assignment",
        beforeAnswer = true,
        description = "A user no longer has that role in the firm.")
record AssignmentEnded(
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

        @Nullable @Schema(description = "When it would have ended by itself")
        Instant until,

        AssignmentStatus status,
        Instant endedAt,

        @Nullable @Schema(description = "As whoever ended it gave it; none where time did")
        String reason) {
    static final String TYPE = "rems.firm.AssignmentEnded.v1";

    static AssignmentEnded of(Happened happened, Instant at) {
        var details = AssignmentDetails.of(happened);
        return new AssignmentEnded(
                details.assignmentId(),
                details.userId(),
                details.userName(),
                details.email(),
                details.role(),
                details.accessLevel(),
                details.ownerId(),
                details.tenantId(),
                details.primary(),
                details.from(),
                details.until(),
                details.status(),
                at,
                details.reason());
    }
}
