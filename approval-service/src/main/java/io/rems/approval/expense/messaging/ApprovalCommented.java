package io.rems.approval.expense.messaging;

import io.rems.approval.expense.Comment;
import io.rems.approval.expense.ExpenseView;
import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a comment; it is its own subject, for the expense stays as it is. */
@PublishedEvent(
        type = "rems.approval.ApprovalCommented.v1",
        subject = "comment",
        description = "Somebody has written something under an expense, for all who see it.")
record ApprovalCommented(
        UUID commentId,
        UUID expenseId,
        int round,
        UUID propertyId,
        @Nullable String propertyName,
        Money amount,
        String description,
        String state,
        @Nullable UUID submitter,
        UUID by,
        String text,
        Instant at) {

    static Message of(ExpenseView expense, Comment comment) {
        return Message.of(
                comment.id(),
                1,
                new ApprovalCommented(
                        comment.id(),
                        expense.id(),
                        expense.round(),
                        expense.propertyId(),
                        expense.propertyName(),
                        expense.amount(),
                        expense.description(),
                        expense.state().name(),
                        expense.submitter(),
                        comment.remark().by().value(),
                        comment.remark().text(),
                        comment.remark().at()));
    }
}
