package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Administrators;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The common way of commands to an assignment that exists. Spans firms: another firm may become the user's primary one.
 * Locks are taken in one order, the user before the firm's administrators, so that commands wait and never block each
 * other for good.
 */
@Component
class CommandAssignment {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    CommandAssignment(
            Transactions transactions, Assignments assignments, RecordAssignments recordAssignments, Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    /** A command, given who administers the firm. */
    interface Command {
        Outcome<UserAssignments, AssignmentEvent> to(
                UserAssignments current, Administrators administrators, Instant at);
    }

    Mono<Versioned<AssignmentView>> give(On one, long version, Command command) {
        var commanding = assignments
                .holderOf(one.firm(), one.id())
                .flatMap(assignments::ofUser)
                .flatMap(current -> decide(current, one, version, command))
                .flatMap(recordAssignments::record)
                .map(recorded -> recorded.view(one.id()));
        return transactions.acrossFirms(commanding);
    }

    private Mono<Outcome<UserAssignments, AssignmentEvent>> decide(
            UserAssignments current, On one, long version, Command command) {
        var at = clock.instant();
        return assignments
                .requireVersion(one.firm(), one.id(), version)
                .then(administrators(current, one.firm(), one.id(), at))
                .map(administrators -> command.to(current, administrators, at));
    }

    /** Commands to others than administrators need not wait for each other. */
    private Mono<Administrators> administrators(UserAssignments current, FirmId firm, AssignmentId id, Instant at) {
        return current.find(id).filter(Administrators::concern).isPresent()
                ? assignments.administratorsOf(firm, at)
                : Mono.just(Administrators.NONE);
    }
}
