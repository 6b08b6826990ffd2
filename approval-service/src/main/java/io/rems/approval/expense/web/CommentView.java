package io.rems.approval.expense.web;

import io.rems.approval.expense.Comment;
import java.time.Instant;
import java.util.UUID;

/** A comment as it was put down; the timeline of the expense has all of them. */
record CommentView(UUID id, UUID by, String text, Instant at) {

    static CommentView of(Comment comment) {
        var remark = comment.remark();
        return new CommentView(comment.id(), remark.by().value(), remark.text(), remark.at());
    }
}
