package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Versioned;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps somebody out for the time being, and lets him in again. */
@Component
public class SuspendAssignment {
    private final CommandAssignment commandAssignment;

    SuspendAssignment(CommandAssignment commandAssignment) {
        this.commandAssignment = commandAssignment;
    }

    public Mono<Versioned<AssignmentView>> suspend(On one, long version) {
        return commandAssignment.give(
                one, version, (current, administrators, at) -> current.suspend(one, administrators, at));
    }

    public Mono<Versioned<AssignmentView>> resume(On one, long version) {
        return commandAssignment.give(one, version, (current, _, at) -> current.resume(one, at));
    }
}
