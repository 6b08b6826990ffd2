package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Versioned;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a position away for good. */
@Component
public class EndAssignment {
    private final CommandAssignment commandAssignment;

    EndAssignment(CommandAssignment commandAssignment) {
        this.commandAssignment = commandAssignment;
    }

    public Mono<Versioned<AssignmentView>> end(On one, long version) {
        return commandAssignment.give(
                one, version, (current, administrators, at) -> current.end(one, administrators, at));
    }
}
