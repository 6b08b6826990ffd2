package io.rems.approval.expense;

import io.rems.approval.decision.ApprovalRequests;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.Voters;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Voter;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseRefusal;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes an expense back from those who are asked, or would be, once it is known who they are. */
@Service
public class WithdrawExpense {

    private final KeepExpense keepExpense;
    private final ApprovalRequests requests;
    private final KeepApproval keepApproval;
    private final WaitingExpenses waiting;
    private final Transactions transactions;
    private final Clock clock;

    WithdrawExpense(
            KeepExpense keepExpense,
            ApprovalRequests requests,
            KeepApproval keepApproval,
            WaitingExpenses waiting,
            Transactions transactions,
            Clock clock) {
        this.keepExpense = keepExpense;
        this.requests = requests;
        this.keepApproval = keepApproval;
        this.waiting = waiting;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> withdraw(ExpenseId id, String reason, Caller caller) {
        var voter = Voters.of(caller).orElseThrow(PermissionDenied::new);
        var remark = new Remark(voter.person(), reason, clock.instant());
        return transactions.inFirm(keepExpense
                .hold(id)
                .flatMap(found -> requests.hold(id)
                        .flatMap(request -> keepApproval.changed(
                                request.version(), request.value().withdraw(voter, remark)))
                        .switchIfEmpty(Mono.defer(() -> beforeAnyoneWasAsked(found, voter, remark)))
                        .then()));
    }

    private Mono<Versioned<ApprovalRequest>> beforeAnyoneWasAsked(
            Versioned<Expense> found, Voter voter, Remark reason) {
        return switch (found.value()) {
            case Expense.Routing routing ->
                keepApproval
                        .changed(
                                found.version(),
                                ApprovalRequest.withdrawUnrouted(routing.claim().matter(null, false), voter, reason))
                        .delayUntil(_ -> waiting.remove(routing.id()));
            case Expense.Withdrawn _ -> Mono.error(new RequestRefused(ExpenseRefusal.ALREADY_WITHDRAWN));
            case Expense.Draft _,
                    Expense.Submitted _,
                    Expense.Pending _,
                    Expense.Escalated _,
                    Expense.Returned _,
                    Expense.Approved _,
                    Expense.Rejected _,
                    Expense.Paid _,
                    Expense.Void _ -> Mono.error(new RequestRefused(ExpenseRefusal.NOT_SUBMITTED));
        };
    }
}
