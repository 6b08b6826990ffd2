package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a position away. Spans firms: another firm may become the user's primary one. */
@Component
public class EndAssignment {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    EndAssignment(
            Transactions transactions, Assignments assignments, RecordAssignments recordAssignments, Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    public Mono<Void> end(FirmId firm, AssignmentId id, long version) {
        var ending = assignments
                .holderOf(firm, id)
                .flatMap(assignments::ofUser)
                .flatMap(
                        current -> assignments.requireVersion(firm, id, version).thenReturn(current))
                .map(current -> current.end(firm, id, clock.instant()))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(ending).then();
    }
}
