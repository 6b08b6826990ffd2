package io.rems.firm.assignment.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;

/** The whole assignment as it was at its end. */
@PublishedEvent(
        type = AssignmentEnded.TYPE,
        subject = "assignment",
        beforeAnswer = true,
        description = "A user no longer has that role in the firm.")
record AssignmentEnded(@JsonUnwrapped AssignmentDetails details, Instant endedAt) {
    static final String TYPE = "rems.firm.AssignmentEnded.v1";

    static AssignmentEnded of(Happened happened, Instant at) {
        return new AssignmentEnded(AssignmentDetails.of(happened), at);
    }
}
