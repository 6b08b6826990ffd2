package io.rems.approval.decision.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request without its seats, as the database has it. */
record RequestRow(
        long version,
        RequestState state,
        Matter matter,
        Rule rule,
        Instant requestedAt,
        @Nullable Instant deadline,
        @Nullable Instant escalatedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment) {

    static RequestRow of(Row row) {
        return new RequestRow(
                row.get("version", Long.class),
                RequestState.of(row),
                matter(row),
                Rule.valueOf(row.get("rule", String.class)),
                row.get("requested_at", Instant.class),
                row.get("deadline", Instant.class),
                row.get("escalated_at", Instant.class),
                row.get("decided_by", UUID.class),
                row.get("decided_at", Instant.class),
                row.get("comment", String.class));
    }

    ApprovalRequest with(List<Seat> seats) {
        var ballot = new Ballot(rule, seats);
        return switch (state) {
            case PENDING -> new ApprovalRequest.Pending(matter, ballot, requestedAt, requireNonNull(deadline));
            case ESCALATED ->
                new ApprovalRequest.Escalated(
                        matter, ballot, requestedAt, requireNonNull(deadline), requireNonNull(escalatedAt));
            case APPROVED -> new ApprovalRequest.Decided(matter, ballot, decision(Verdict.APPROVED));
            case REJECTED -> new ApprovalRequest.Decided(matter, ballot, decision(Verdict.REJECTED));
        };
    }

    private Decision decision(Verdict verdict) {
        var by = decidedBy == null ? null : new PersonId(decidedBy);
        return new Decision(verdict, by, comment, requireNonNull(decidedAt));
    }

    private static Matter matter(Row row) {
        return new Matter(
                new ExpenseId(row.get("expense_id", UUID.class)),
                round(row),
                new PropertyId(row.get("property_id", UUID.class)),
                row.get("property_name", String.class),
                row.get("category_id", UUID.class),
                new Money(row.get("amount_minor", Long.class), Currency.getInstance(row.get("currency", String.class))),
                row.get("expense_date", LocalDate.class),
                row.get("description", String.class),
                row.get("self_approval", Boolean.class));
    }

    private static Round round(Row row) {
        var submitter = row.get("submitter", UUID.class);
        return Round.of(row.get("round", Integer.class), submitter == null ? null : new PersonId(submitter));
    }
}
