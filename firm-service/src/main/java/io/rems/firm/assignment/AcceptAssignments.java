package io.rems.firm.assignment;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody who was invited has come: from now on his firm sees his profile, and its rules bind him. */
@Component
public class AcceptAssignments {
    private final Transactions transactions;
    private final Assignments assignments;
    private final RecordAssignments recordAssignments;
    private final Clock clock;

    AcceptAssignments(
            Transactions transactions, Assignments assignments, RecordAssignments recordAssignments, Clock clock) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.recordAssignments = recordAssignments;
        this.clock = clock;
    }

    /** To all firms that have invited him, as who follows the link of an invitation. */
    public Mono<Void> all(UUID user) {
        return accept(user, null);
    }

    Mono<Void> in(FirmId firm, UUID user) {
        return accept(user, firm);
    }

    private Mono<Void> accept(UUID user, @Nullable FirmId firm) {
        var accepting = assignments
                .ofUser(user)
                .map(current -> current.accept(firm, clock.instant()))
                .flatMap(recordAssignments::record);
        return transactions.acrossFirms(accepting).then();
    }
}
