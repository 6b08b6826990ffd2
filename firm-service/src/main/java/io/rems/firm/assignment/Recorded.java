package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.platform.Versioned;
import java.util.List;

/** What a command came to. */
public record Recorded(UserAssignments state, List<AssignmentEvent> events) {

    /** An assignment that the command was for, as portals show it. */
    public Versioned<AssignmentView> view(AssignmentId id) {
        return events.stream()
                .filter(Happened.class::isInstance)
                .map(Happened.class::cast)
                .filter(happened -> happened.after().id().equals(id))
                .reduce((_, last) -> last)
                .map(last -> new Versioned<>(
                        AssignmentView.of(last), last.after().terms().version()))
                .orElseThrow();
    }
}
