package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Position;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.firm.assignment.domain.Validity;
import io.rems.firm.link.Links;
import io.rems.platform.Versioned;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes somebody something else in a firm, or for another time. */
@Component
public class ChangeAssignment {
    private final CommandAssignment commandAssignment;
    private final Links links;
    private final Clock clock;

    ChangeAssignment(CommandAssignment commandAssignment, Links links, Clock clock) {
        this.commandAssignment = commandAssignment;
        this.links = links;
        this.clock = clock;
    }

    public Mono<Versioned<AssignmentView>> change(On one, long version, Position position, Validity validity) {
        FutureEnd.require(validity, clock.instant());
        return links.require(one.firm(), position.ownerId(), position.tenantId())
                .then(commandAssignment.give(
                        one,
                        version,
                        (current, administrators, at) -> current.change(one, position, validity, administrators, at)));
    }
}
