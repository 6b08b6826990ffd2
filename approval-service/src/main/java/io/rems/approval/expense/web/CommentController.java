package io.rems.approval.expense.web;

import io.rems.approval.expense.CommentOnExpense;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CommentController {

    private final CommentOnExpense commentOnExpense;

    CommentController(CommentOnExpense commentOnExpense) {
        this.commentOnExpense = commentOnExpense;
    }

    /** By whoever sees the expense, for all who do; it is read in the timeline. */
    @PostMapping("/api/v1/expenses/{id}/comments")
    @RequiresPermission(Permission.EXPENSE_COMMENT)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CommentView> comment(@PathVariable UUID id, @Valid @RequestBody Commenting commenting, Caller caller) {
        return commentOnExpense.comment(id, commenting.text(), caller).map(CommentView::of);
    }
}
