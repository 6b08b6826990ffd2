package io.rems.approval.maintenance;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import io.rems.platform.problem.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to {@link ExpenseApprovalAsked}. */
@PublishedEvent(
        type = "rems.approval.ExpenseApprovalAnswered.v1",
        subject = "maintenance order",
        description =
                "What became of the expense of a maintenance order: recorded or refused, and later each decision on it.")
record ExpenseApprovalAnswered(
        UUID orderId,
        @Schema(description = "Which asking this answers") int ask,
        Outcome outcome,

        @Nullable @Schema(description = "Absent where it is refused")
        UUID expenseId,

        @Nullable
        @Schema(description = "Who decided; absent where nobody's word was needed, or somebody acted otherwise")
        UUID by,

        @Nullable @Schema(description = "What was said: a comment, or the reason")
        String comment,

        @Schema(description = "Of a refusal: the fields, as the API would name them")
        List<Reason> reasons,

        Instant at) {

    enum Outcome {
        /** It is submitted, and a decision follows. */
        RECORDED,
        /** Nothing is recorded; ask anew with what is right. */
        REFUSED,
        APPROVED,
        REJECTED,
        /** Information is missing; an accountant adds it and submits the expense again, or it is withdrawn. */
        RETURNED,
        WITHDRAWN,
        /** It counts no longer. */
        VOIDED
    }

    record Reason(String field, String code, String message) {

        static Reason of(FieldProblem problem) {
            return new Reason(problem.field(), problem.code(), problem.message());
        }
    }

    static ExpenseApprovalAnswered recorded(Ask ask, Instant at) {
        return told(ask, Outcome.RECORDED, null, null, at);
    }

    static ExpenseApprovalAnswered refused(Ask ask, List<FieldProblem> problems, Instant at) {
        return new ExpenseApprovalAnswered(
                ask.orderId(),
                ask.number(),
                Outcome.REFUSED,
                null,
                null,
                null,
                problems.stream().map(Reason::of).toList(),
                at);
    }

    static ExpenseApprovalAnswered told(
            Ask ask, Outcome outcome, @Nullable UUID by, @Nullable String comment, Instant at) {
        return new ExpenseApprovalAnswered(
                ask.orderId(), ask.number(), outcome, ask.expenseId(), by, comment, List.of(), at);
    }

    Message message(long version) {
        return Message.of(orderId, version, this);
    }
}
