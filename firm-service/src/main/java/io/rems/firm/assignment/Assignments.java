package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.Administrators;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.platform.access.FirmId;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The assignments of users, changed across firms, because the primary flag moves between them. */
public interface Assignments {

    /** Locks the user until the transaction ends, so that what is decided on his assignments stays true. */
    Mono<UserAssignments> ofUser(UUID user);

    /** The user who holds, or held, this assignment; fails if the firm has no such assignment. */
    Mono<UUID> holderOf(FirmId firm, AssignmentId id);

    /** Fails unless the user has come to the firm at some time: others do not exist for its administrators. */
    Mono<Void> requireKnown(FirmId firm, UUID user);

    /** Fails if the assignment was changed since this version; asked under the user's lock. */
    Mono<Void> requireVersion(FirmId firm, AssignmentId id, long version);

    /**
     * Locks the firm's administrators until the transaction ends, so that no other takes the others away meanwhile; asked
     * under the user's lock.
     */
    Mono<Administrators> administratorsOf(FirmId firm, Instant at);

    Mono<Void> store(List<AssignmentEvent> events);

    /** What time has to start or to end by now. */
    Mono<List<Due>> due(Instant at);
}
