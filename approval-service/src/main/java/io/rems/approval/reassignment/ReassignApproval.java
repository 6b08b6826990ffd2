package io.rems.approval.reassignment;

import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.RequestBefore;
import io.rems.approval.decision.Voters;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Substitute;
import io.rems.approval.delegation.CheckDelegate;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Hands what an owner leaves unanswered to somebody else. His share counts as before, and he still may vote, until the
 * other does: whoever is first fills the place.
 */
@Service
public class ReassignApproval {

    private final CheckDelegate checkDelegate;
    private final RequestBefore requestBefore;
    private final KeepApproval keepApproval;
    private final Transactions transactions;
    private final Clock clock;

    ReassignApproval(
            CheckDelegate checkDelegate,
            RequestBefore requestBefore,
            KeepApproval keepApproval,
            Transactions transactions,
            Clock clock) {
        this.checkDelegate = checkDelegate;
        this.requestBefore = requestBefore;
        this.keepApproval = keepApproval;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param seen the version that the administrator has seen */
    public Mono<Void> reassign(ExpenseId id, long seen, OwnerId owner, Substitute to, String reason, Caller caller) {
        var administrator = Voters.of(caller).orElseThrow(PermissionDenied::new);
        var remark = new Remark(administrator.person(), reason, clock.instant());
        return transactions.inFirm(problems(to)
                .flatMap(problems -> problems.isEmpty() ? Mono.empty() : Mono.error(new InvalidRequest(problems)))
                .then(requestBefore.holdToConduct(id, administrator))
                .filter(request -> request.version() == seen)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .flatMap(request ->
                        keepApproval.changed(request.version(), request.value().handOver(owner, to, remark)))
                .then());
    }

    private Mono<List<FieldProblem>> problems(Substitute to) {
        return switch (to) {
            case Substitute.Administrators _ -> Mono.just(List.of());
            case Substitute.User(var person) -> checkDelegate.problems("userId", person);
        };
    }
}
