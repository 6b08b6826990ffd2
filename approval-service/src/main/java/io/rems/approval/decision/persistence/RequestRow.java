package io.rems.approval.decision.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Decision;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.EscalationCause;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        @Nullable String escalatedBecause,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable Remark returned,
        @Nullable Remark withdrawn) {

    static final String ALL = """
            SELECT e.version, e.round, e.property_id, e.category_id, e.amount_minor, e.currency, e.expense_date,
                   e.description, e.submitter, e.earlier_submitters, p.name AS property_name, r.expense_id, r.rule, r.self_approval, r.requested_at, r.deadline, r.escalated_at, r.escalated_because,
                   r.decided_by, r.decided_at, r.verdict, r.comment,
                   b.said_by AS returned_by, b.said_at AS returned_at, b.reason AS returned_reason,
                   b.on_behalf_of AS returned_for, b.delegations AS returned_under,
                   w.said_by AS withdrawn_by, w.said_at AS withdrawn_at, w.reason AS withdrawn_reason,
                   w.on_behalf_of AS withdrawn_for, w.delegations AS withdrawn_under,
                   (SELECT CAST(count(*) AS integer) FROM approval_interruption i
                     WHERE i.firm_id = r.firm_id AND i.expense_id = r.expense_id AND i.kind = 'RETURNED'
                       AND i.round < r.round
                       AND NOT EXISTS (SELECT FROM approval_request d
                                        WHERE d.firm_id = i.firm_id AND d.expense_id = i.expense_id
                                          AND d.round > i.round AND d.verdict IS NOT NULL)) AS returns
              FROM approval_request r
              JOIN expense e ON e.firm_id = r.firm_id AND e.id = r.expense_id AND e.round = r.round
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
              LEFT JOIN approval_interruption b ON b.firm_id = r.firm_id AND b.expense_id = r.expense_id
                    AND b.round = r.round AND b.kind = 'RETURNED'
              LEFT JOIN approval_interruption w ON w.firm_id = r.firm_id AND w.expense_id = r.expense_id
                    AND w.round = r.round AND w.kind = 'WITHDRAWN'
             WHERE r.firm_id = :firm""";

    static final String FIND = ALL + " AND r.expense_id = :expense";

    static RequestRow of(Row row) {
        return new RequestRow(
                row.get("version", Long.class),
                RequestState.of(row),
                matter(row),
                Rule.valueOf(row.get("rule", String.class)),
                row.get("requested_at", Instant.class),
                row.get("deadline", Instant.class),
                row.get("escalated_at", Instant.class),
                row.get("escalated_because", String.class),
                row.get("decided_by", UUID.class),
                row.get("decided_at", Instant.class),
                row.get("comment", String.class),
                remark(row, "returned"),
                remark(row, "withdrawn"));
    }

    ApprovalRequest with(List<Seat> seats) {
        var ballot = new Ballot(rule, seats);
        return switch (state) {
            case PENDING -> new ApprovalRequest.Pending(matter, ballot, requestedAt, requireNonNull(deadline));
            case ESCALATED ->
                new ApprovalRequest.Escalated(
                        matter,
                        ballot,
                        requestedAt,
                        requireNonNull(deadline),
                        requireNonNull(escalatedAt),
                        EscalationCause.valueOf(requireNonNull(escalatedBecause)));
            case RETURNED -> new ApprovalRequest.Returned(matter, ballot, requireNonNull(returned));
            case WITHDRAWN -> new ApprovalRequest.Withdrawn(matter, ballot, requireNonNull(withdrawn));
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
        var earlier = Arrays.stream(requireNonNull(row.get("earlier_submitters", UUID[].class)))
                .map(PersonId::new)
                .collect(Collectors.toSet());
        return new Round(
                row.get("round", Integer.class),
                submitter == null ? null : new PersonId(submitter),
                earlier,
                row.get("returns", Integer.class));
    }

    private static @Nullable Remark remark(Row row, String kind) {
        var at = row.get(kind + "_at", Instant.class);
        return at == null
                ? null
                : new Remark(
                        new PersonId(row.get(kind + "_by", UUID.class)),
                        requireNonNull(row.get(kind + "_reason", String.class)),
                        at,
                        identifiers(row, kind + "_for").map(OwnerId::new).toList(),
                        identifiers(row, kind + "_under").map(DelegationId::new).toList());
    }

    private static Stream<UUID> identifiers(Row row, String column) {
        return Stream.ofNullable(row.get(column, UUID[].class)).flatMap(Arrays::stream);
    }
}
