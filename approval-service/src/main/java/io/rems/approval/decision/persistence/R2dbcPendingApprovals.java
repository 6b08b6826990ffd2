package io.rems.approval.decision.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.PendingApproval;
import io.rems.approval.decision.PendingApprovals;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Urgency;
import io.rems.approval.decision.domain.Voter;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPendingApprovals implements PendingApprovals {

    /** An owner that nobody is. */
    private static final UUID NO_OWNER = new UUID(0, 0);

    private static final String PENDING = """
            SELECT e.id, e.property_id, p.name AS property_name, e.amount_minor, e.currency, e.description,
                   e.expense_date, e.priority, e.state, r.rule, r.requested_at, r.deadline, r.escalated_at
              FROM expense e
              JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id AND r.round = e.round
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
             WHERE e.firm_id = :firm AND e.state IN ('PENDING', 'ESCALATED')""";

    private static final String OPEN_TO_CALLER = PENDING + """

               AND (r.self_approval OR (e.submitter IS DISTINCT FROM :person AND :person <> ALL (e.earlier_submitters)))
               AND ((:administrator AND e.state = 'ESCALATED') OR EXISTS (
                     SELECT FROM approval_seat s
                      WHERE s.firm_id = e.firm_id AND s.expense_id = e.id AND s.round = e.round AND s.votes AND s.verdict IS NULL
                        AND (s.owner_id = :owner OR (:administrator AND s.owner_id IS NULL)
                             OR s.owner_id IN (SELECT m.owner_id FROM merged_owner m
                                                WHERE m.firm_id = :firm AND m.into_owner_id = :owner))))""";

    private final FirmSql database;
    private final Clock clock;

    R2dbcPendingApprovals(FirmSql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Page<PendingApproval>> of(Voter voter, ListQuery query) {
        return page(
                Listing.of(database, OPEN_TO_CALLER)
                        .bind("person", voter.person().value())
                        .bind("administrator", voter.administrator())
                        .bind(
                                "owner",
                                voter.owner() == null ? NO_OWNER : voter.owner().value()),
                query);
    }

    @Override
    public Mono<Page<PendingApproval>> ofFirm(ListQuery query) {
        return page(Listing.of(database, PENDING), query);
    }

    private Mono<Page<PendingApproval>> page(Listing listing, ListQuery query) {
        var now = clock.instant();
        return listing.sortable("deadline", "deadline", Instant.class)
                .sortable("requestedAt", "requested_at", Instant.class)
                .sortable("date", "expense_date", LocalDate.class)
                .sortable("amount", "amount_minor", Long.class)
                .searchable("description", "property_name")
                .orderedBy("deadline")
                .page(query, row -> pending(row, now));
    }

    private static PendingApproval pending(Row row, Instant now) {
        var deadline = row.get("deadline", Instant.class);
        return new PendingApproval(
                row.get("id", UUID.class),
                row.get("property_id", UUID.class),
                row.get("property_name", String.class),
                new Money(row.get("amount_minor", Long.class), Currency.getInstance(row.get("currency", String.class))),
                row.get("description", String.class),
                row.get("expense_date", LocalDate.class),
                row.get("priority", String.class),
                row.get("state", String.class),
                Rule.valueOf(row.get("rule", String.class)),
                row.get("requested_at", Instant.class),
                deadline,
                row.get("escalated_at", Instant.class),
                Urgency.of(deadline, now));
    }
}
