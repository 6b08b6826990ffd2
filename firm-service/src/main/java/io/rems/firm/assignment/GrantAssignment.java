package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.AssignmentRefusal;
import io.rems.firm.assignment.domain.Position;
import io.rems.firm.firm.Firms;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a user a position in a firm. Spans firms: the user may work elsewhere, and his primary firm may move. */
@Component
public class GrantAssignment {
    private final Transactions transactions;
    private final Firms firms;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    GrantAssignment(
            Transactions transactions,
            Firms firms,
            Assignments assignments,
            RecordAssignments recordAssignments,
            Clock clock) {
        this.transactions = transactions;
        this.firms = firms;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    public Mono<Granted> grant(FirmId firm, UUID user, AssignmentId id, Position position, boolean asPrimary) {
        var granting = firms.require(firm)
                .then(assignments.ofUser(user))
                .map(current -> current.grant(id, firm, position, asPrimary, clock.instant()))
                .flatMap(recordAssignments::record)
                .map(state -> new Granted(state.holder(), state.in(firm).orElseThrow(), firm.equals(state.primary())));
        return transactions
                .acrossFirms(granting)
                .onErrorMap(
                        error -> Constraints.violated(error, "assignment_pkey"),
                        _ -> new RequestRefused(AssignmentRefusal.DUPLICATE));
    }
}
