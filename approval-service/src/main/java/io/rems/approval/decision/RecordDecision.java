package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.decision.domain.Vote;
import io.rems.approval.decision.domain.VoteRefusal;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * An administrator puts down what an owner decided by other means. It is the owner's vote and fills his seat alone, whatever
 * else the administrator could decide; nobody puts one down on what he submitted.
 */
@Service
public class RecordDecision {

    private final RequestBefore requestBefore;
    private final Electorate electorate;
    private final KeepApproval keepApproval;
    private final NextLevel nextLevel;
    private final Transactions transactions;
    private final Clock clock;

    RecordDecision(
            RequestBefore requestBefore,
            Electorate electorate,
            KeepApproval keepApproval,
            NextLevel nextLevel,
            Transactions transactions,
            Clock clock) {
        this.requestBefore = requestBefore;
        this.electorate = electorate;
        this.keepApproval = keepApproval;
        this.nextLevel = nextLevel;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Versioned<ApprovalRequest>> record(
            ExpenseId id, OwnerId owner, Verdict verdict, String note, LocalDate saidOn, Caller caller) {
        var administrator = Voters.of(caller).orElseThrow(PermissionDenied::new);
        var voter = new Voter(administrator.person(), owner, false).onBehalfOf(Set.of(owner));
        var vote = new Vote(voter.person(), verdict, note, clock.instant(), saidOn, null);
        return transactions.inFirm(requestBefore
                .hold(id, administrator)
                .flatMap(request -> requireLeft(owner, request.value())
                        .then(Mono.defer(() -> keepApproval.changed(
                                request.version(), request.value().vote(voter, vote)))))
                .flatMap(nextLevel::ifNobodyIsLeft));
    }

    /** Who may not decide on what he submitted may not have it put down either. */
    private Mono<Void> requireLeft(OwnerId owner, ApprovalRequest request) {
        return electorate
                .of(request)
                .flatMap(reach -> reach.silenced().contains(owner)
                        ? Mono.error(new RequestRefused(VoteRefusal.OWNER_SUBMITTED))
                        : Mono.empty());
    }
}
