package io.rems.firm.assignment;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a user say which of his firms is meant when he names none. */
@Component
public class ChoosePrimaryFirm {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;

    ChoosePrimaryFirm(Transactions transactions, Assignments assignments, RecordAssignments recordAssignments) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
    }

    public Mono<Void> choose(UUID user, FirmId firm) {
        var choosing = assignments
                .ofUser(user)
                .map(current -> current.choosePrimary(firm))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(choosing).then();
    }
}
