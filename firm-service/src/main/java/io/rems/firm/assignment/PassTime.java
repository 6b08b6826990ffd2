package io.rems.firm.assignment;

import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Starts and ends assignments when their time has come. Who is let in does not wait for it, for the look-up knows the
 * time too; this moves the primary firm, keeps the history and tells others. Whoever comes second to a user finds
 * nothing left to do.
 */
@Component
class PassTime {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    PassTime(Transactions transactions, Assignments assignments, RecordAssignments recordAssignments, Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    @Bean
    DueWork assignmentsInTime(@Value("${rems.assignments.due-every:PT1S}") Duration every) {
        return DueWork.named("assignments")
                .every(every)
                .find(Mono.defer(() -> assignments.due(clock.instant())))
                .each(this::pass);
    }

    private Mono<Void> pass(Due due) {
        var passing = assignments
                .holderOf(due.firm(), new AssignmentId(due.id()))
                .flatMap(assignments::ofUser)
                .map(current -> current.passTime(clock.instant()))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(passing).then();
    }
}
