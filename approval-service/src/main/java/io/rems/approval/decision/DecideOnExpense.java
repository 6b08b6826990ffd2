package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import java.time.Clock;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * A vote on an expense, or the wish to know more. Who says something at the same instant as somebody else is heard after
 * him: on what was decided by then he is refused with the outcome, on what is still open he is not disturbed.
 */
@Service
public class DecideOnExpense {

    private final RequestBefore requestBefore;
    private final KeepApproval keepApproval;
    private final NextLevel nextLevel;
    private final Transactions transactions;
    private final Clock clock;

    DecideOnExpense(
            RequestBefore requestBefore,
            KeepApproval keepApproval,
            NextLevel nextLevel,
            Transactions transactions,
            Clock clock) {
        this.requestBefore = requestBefore;
        this.keepApproval = keepApproval;
        this.nextLevel = nextLevel;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For all for whom the caller may. */
    public Mono<Versioned<ApprovalRequest>> decide(
            ExpenseId id, Verdict verdict, @Nullable String comment, Caller caller) {
        return decide(id, verdict, comment, null, caller);
    }

    /** @param onBehalfOf the owners for whom alone it is said; none: only for the firm; absent: all for whom he may */
    public Mono<Versioned<ApprovalRequest>> decide(
            ExpenseId id, Verdict verdict, @Nullable String comment, @Nullable Set<OwnerId> onBehalfOf, Caller caller) {
        return said(
                id,
                onBehalfOf,
                caller,
                (request, voter) -> request.vote(voter, new Vote(voter.person(), verdict, comment, clock.instant())));
    }

    public Mono<Versioned<ApprovalRequest>> giveBack(ExpenseId id, String reason, Caller caller) {
        return giveBack(id, reason, null, caller);
    }

    public Mono<Versioned<ApprovalRequest>> giveBack(
            ExpenseId id, String reason, @Nullable Set<OwnerId> onBehalfOf, Caller caller) {
        return said(
                id,
                onBehalfOf,
                caller,
                (request, voter) -> request.giveBack(voter, new Remark(voter.person(), reason, clock.instant())));
    }

    private Mono<Versioned<ApprovalRequest>> said(
            ExpenseId id,
            @Nullable Set<OwnerId> onBehalfOf,
            Caller caller,
            BiFunction<ApprovalRequest, Voter, Outcome<ApprovalRequest, ApprovalEvent>> word) {
        var voter = Voters.of(caller).orElseThrow(PermissionDenied::new);
        return transactions.inFirm(requestBefore
                .hear(id, voter, !caller.hasRole(Role.OWNER))
                .flatMap(heard -> keepApproval.changed(
                        heard.request().version(),
                        word.apply(heard.request().value(), heard.voter().onBehalfOf(onBehalfOf))))
                .flatMap(nextLevel::ifNobodyIsLeft));
    }
}
