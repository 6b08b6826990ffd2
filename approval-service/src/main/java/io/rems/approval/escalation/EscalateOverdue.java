package io.rems.approval.escalation;

import io.rems.approval.decision.ApprovalRequests;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Puts what nobody decided in time before the administrators. Claim, state and event are one transaction: whatever
 * crashes and however many replicas run, it happens once.
 */
@Service
public class EscalateOverdue {

    private final Deadlines deadlines;
    private final ApprovalRequests requests;
    private final KeepApproval keepApproval;
    private final Transactions transactions;
    private final Clock clock;

    EscalateOverdue(
            Deadlines deadlines,
            ApprovalRequests requests,
            KeepApproval keepApproval,
            Transactions transactions,
            Clock clock) {
        this.deadlines = deadlines;
        this.requests = requests;
        this.keepApproval = keepApproval;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<List<Due>> due() {
        return Mono.defer(() -> deadlines.passed(clock.instant()));
    }

    public Mono<Void> escalate(Due due) {
        var id = new ExpenseId(due.id());
        var now = clock.instant();
        return transactions.inFirm(deadlines
                .claim(id, now)
                .filter(claimed -> claimed)
                .flatMap(_ -> requests.hold(id))
                .flatMap(request ->
                        keepApproval.changed(request.version(), request.value().escalate(now)))
                .then());
    }
}
