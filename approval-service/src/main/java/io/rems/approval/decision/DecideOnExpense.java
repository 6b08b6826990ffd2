package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.Voter;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * A vote on an expense. Who votes at the same instant as somebody else is counted after him: on what was decided by then
 * he is refused with the outcome, on what is still open he is not disturbed.
 */
@Service
public class DecideOnExpense {

    private final ApprovalRequests requests;
    private final KeepApproval keepApproval;
    private final Transactions transactions;
    private final Clock clock;

    DecideOnExpense(ApprovalRequests requests, KeepApproval keepApproval, Transactions transactions, Clock clock) {
        this.requests = requests;
        this.keepApproval = keepApproval;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Versioned<ApprovalRequest>> decide(
            ExpenseId id, Verdict verdict, @Nullable String comment, Caller caller) {
        var voter = Voters.of(caller).orElseThrow(PermissionDenied::new);
        return transactions.inFirm(request(id, voter)
                .flatMap(request -> keepApproval.changed(
                        request.version(),
                        request.value().vote(voter, new Vote(voter.person(), verdict, comment, clock.instant())))));
    }

    /** What an owner holds no part of does not exist for him. */
    private Mono<Versioned<ApprovalRequest>> request(ExpenseId id, Voter voter) {
        var all = requests.hold(id);
        return voter.administrator()
                ? all.switchIfEmpty(Mono.defer(() -> notBeforeAnyone(id)))
                : all.filter(request -> request.value().ballot().seats().stream()
                                .anyMatch(seat -> voter.speaksFor(seat.holder())))
                        .switchIfEmpty(Mono.error(() -> new NotFound("expense", id.value())));
    }

    private Mono<Versioned<ApprovalRequest>> notBeforeAnyone(ExpenseId id) {
        return requests.isRecorded(id)
                .flatMap(recorded -> Mono.error(
                        recorded
                                ? new RequestRefused(DecisionRefusal.NOT_PENDING)
                                : new NotFound("expense", id.value())));
    }
}
