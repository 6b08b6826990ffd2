package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.Voter;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import java.time.Clock;
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

    public Mono<Versioned<ApprovalRequest>> decide(
            ExpenseId id, Verdict verdict, @Nullable String comment, Caller caller) {
        return said(
                id,
                caller,
                (request, voter) -> request.vote(voter, new Vote(voter.person(), verdict, comment, clock.instant())));
    }

    public Mono<Versioned<ApprovalRequest>> giveBack(ExpenseId id, String reason, Caller caller) {
        return said(
                id,
                caller,
                (request, voter) -> request.giveBack(voter, new Remark(voter.person(), reason, clock.instant())));
    }

    private Mono<Versioned<ApprovalRequest>> said(
            ExpenseId id,
            Caller caller,
            BiFunction<ApprovalRequest, Voter, Outcome<ApprovalRequest, ApprovalEvent>> word) {
        var voter = Voters.of(caller).orElseThrow(PermissionDenied::new);
        return transactions.inFirm(requestBefore
                .hear(id, voter, !caller.hasRole(Role.OWNER))
                .flatMap(heard -> keepApproval.changed(
                        heard.request().version(), word.apply(heard.request().value(), heard.voter())))
                .flatMap(nextLevel::ifNobodyIsLeft));
    }
}
