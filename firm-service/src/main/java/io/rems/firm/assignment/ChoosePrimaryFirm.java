package io.rems.firm.assignment;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a user say which of his firms is meant when he names none. */
@Component
public class ChoosePrimaryFirm {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    ChoosePrimaryFirm(
            Transactions transactions, Assignments assignments, RecordAssignments recordAssignments, Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    public Mono<Void> choose(UUID user, FirmId firm) {
        var choosing = assignments
                .ofUser(user)
                .map(current -> current.choosePrimary(firm, clock.instant()))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(choosing).then();
    }
}
