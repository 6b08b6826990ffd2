package io.rems.approval.expense;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Remark;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A word on an expense for all who see it. It changes nothing of the expense, so it disturbs nobody who is deciding on it. */
@Service
public class CommentOnExpense {

    private final ExpenseViews expenses;
    private final ExpenseEvents events;
    private final Transactions transactions;
    private final Clock clock;

    CommentOnExpense(ExpenseViews expenses, ExpenseEvents events, Transactions transactions, Clock clock) {
        this.expenses = expenses;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Comment> comment(UUID expense, String text, Caller caller) {
        var person = caller.userId();
        if (person == null) {
            return Mono.error(new PermissionDenied());
        }
        var comment = new Comment(Identifiers.next(), new Remark(new PersonId(person), text, clock.instant()));
        return transactions.inFirm(expenses.find(expense, caller)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", expense)))
                .flatMap(view -> events.commented(view, comment))
                .thenReturn(comment));
    }
}
