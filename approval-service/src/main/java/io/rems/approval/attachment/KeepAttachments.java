package io.rems.approval.attachment;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.KeepExpense;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseLocked;
import io.rems.approval.timeline.ExpenseLog;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Adds papers to expenses until they are void, and takes them away from drafts: what was submitted keeps its papers. */
@Service
class KeepAttachments {

    private final KeepExpense keepExpense;
    private final R2dbcAttachments attachments;
    private final Contents contents;
    private final ExpenseLog log;
    private final Transactions transactions;

    KeepAttachments(
            KeepExpense keepExpense,
            R2dbcAttachments attachments,
            Contents contents,
            ExpenseLog log,
            Transactions transactions) {
        this.keepExpense = keepExpense;
        this.attachments = attachments;
        this.contents = contents;
        this.log = log;
        this.transactions = transactions;
    }

    /** The same bytes a second time are what is there already. */
    Mono<Attachment> add(Attachment attachment, Received file) {
        return transactions.inFirm(whileIn(attachment.expenseId(), expense -> !(expense instanceof Expense.Void))
                .then(Mono.defer(() -> attachments.same(attachment.expenseId(), attachment.sha256())))
                .switchIfEmpty(Mono.defer(() -> kept(attachment, file))));
    }

    Mono<Void> remove(UUID expense, UUID id) {
        return transactions.inFirm(existing(expense, id)
                .then(whileIn(expense, Expense.Draft.class::isInstance))
                .then(existing(expense, id))
                .flatMap(found -> attachments.remove(id).then(log.note(expense, AttachmentEvents.removed(found)))));
    }

    private Mono<Attachment> existing(UUID expense, UUID id) {
        return Mono.defer(() -> attachments.find(expense, id))
                .switchIfEmpty(Mono.error(() -> new NotFound("attachment", id)));
    }

    private Mono<Attachment> kept(Attachment attachment, Received file) {
        return attachments
                .add(attachment)
                .then(contents.put(attachment.id(), file))
                .then(log.note(attachment.expenseId(), AttachmentEvents.added(attachment)))
                .thenReturn(attachment);
    }

    /** Nobody else moves the expense on meanwhile. */
    private Mono<Void> whileIn(UUID expense, Predicate<Expense> open) {
        return keepExpense
                .hold(new ExpenseId(expense))
                .flatMap(found -> open.test(found.value())
                        ? Mono.empty()
                        : Mono.error(new RequestRefused(
                                new ExpenseLocked(found.value().state(), Set.of("attachments")))));
    }
}
