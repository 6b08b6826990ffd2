package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Message;

/** How events of assignments are told to others. */
public interface AssignmentMessages {

    Addressed of(AssignmentEvent event);

    /** A message and the firm that it is an event of. */
    record Addressed(FirmId firm, Message message) {}
}
