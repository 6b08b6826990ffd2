package io.rems.approval.decision.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.PendingApproval;
import io.rems.approval.decision.PendingApprovals;
import io.rems.approval.decision.PendingFilter;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPendingApprovals implements PendingApprovals {

    /** An owner that nobody is. */
    private static final UUID NO_OWNER = new UUID(0, 0);

    private static final String COLUMNS = """
            SELECT e.id, e.property_id, p.name AS property_name, e.amount_minor, e.currency, e.description,
                   e.expense_date, e.priority, e.state, r.rule, r.requested_at, r.deadline, r.escalated_at""";

    private static final String WAITING = """

              FROM expense e
              JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id AND r.round = e.round
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
             WHERE e.firm_id = :firm AND e.state IN ('PENDING', 'ESCALATED')""";

    static final String PENDING = COLUMNS + ", CAST('{}' AS uuid[]) AS on_behalf" + WAITING;

    /** What he may decide in whose stead, judged as a vote is: {@code Way} says the same in words. */
    private static final String IN_THEIR_STEAD = """
            WITH acting AS MATERIALIZED (
                SELECT t.today, f.* FROM (SELECT approval_day_of(:firm, CAST(:now AS timestamptz)) AS today) t,
                       LATERAL approval_acting_for(:firm, :person, t.today) f),
            delegated AS MATERIALIZED (
                SELECT s.expense_id, m.owner_id
                  FROM acting m
                 CROSS JOIN LATERAL (
                        SELECT a.firm_id, a.expense_id, a.round FROM approval_seat a
                         WHERE a.firm_id = :firm AND a.awaited AND a.owner_id = m.owner_id
                        UNION ALL
                        SELECT a.firm_id, a.expense_id, a.round
                          FROM merged_owner g
                          JOIN approval_seat a ON a.firm_id = g.firm_id AND a.owner_id = g.owner_id AND a.awaited
                         WHERE g.firm_id = :firm AND g.into_owner_id = m.owner_id) s
                  JOIN expense e ON e.firm_id = s.firm_id AND e.id = s.expense_id AND e.round = s.round
                  JOIN approval_request r ON r.firm_id = s.firm_id AND r.expense_id = s.expense_id AND r.round = s.round
                  JOIN expense_route x ON x.firm_id = s.firm_id AND x.expense_id = s.expense_id AND x.round = s.round
                  LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
                 WHERE m.owner_id <> :owner
                   AND (m.properties IS NULL OR e.property_id = ANY (m.properties))
                   AND (EXISTS (SELECT FROM ownership_period o
                                 WHERE o.firm_id = e.firm_id AND o.owner_id = m.owner_id AND o.property_id = e.property_id
                                   AND (o.valid_to IS NULL OR o.valid_to > m.today))
                        OR NOT coalesce(p.ownership_told OR p.ownership_version > 0, false))
                   AND NOT EXISTS (
                         SELECT FROM delegation d
                          WHERE d.firm_id = e.firm_id AND d.id = ANY (m.way)
                            AND (d.most_minor < x.amount_minor + x.others_minor OR d.currency <> x.currency
                                 OR NOT d.categories && approval_categories_above(e.firm_id, e.category_id)
                                 OR NOT r.self_approval AND (
                                     d.delegate_id = ANY (e.submitter || e.earlier_submitters)
                                     OR EXISTS (SELECT FROM portal_user u
                                                 WHERE u.firm_id = e.firm_id AND u.owner_id = d.owner_id
                                                   AND u.user_id = ANY (e.submitter || e.earlier_submitters))))))
            """;

    private static final String NOT_HIS_OWN = IN_THEIR_STEAD + COLUMNS + """
            , ARRAY(SELECT DISTINCT d.owner_id FROM delegated d WHERE d.expense_id = e.id) AS on_behalf""" + WAITING + """

               AND (r.self_approval OR (e.submitter IS DISTINCT FROM :person AND :person <> ALL (e.earlier_submitters)))
               AND e.id IN (SELECT d.expense_id FROM delegated d
            UNION ALL
            """;

    private static final String OF_OWNER = """
            SELECT s.expense_id FROM approval_seat s
             WHERE s.firm_id = :firm AND s.awaited AND s.owner_id = :owner
            UNION ALL
            SELECT s.expense_id
              FROM merged_owner m
              JOIN approval_seat s ON s.firm_id = m.firm_id AND s.owner_id = m.owner_id AND s.awaited
             WHERE m.firm_id = :firm AND m.into_owner_id = :owner
            UNION ALL
            SELECT s.expense_id FROM approval_seat s
             WHERE s.firm_id = :firm AND s.awaited AND s.handed_over AND s.handed_to = :person""";

    /** What is open of his, and of those whom he acts for, however much there was before. */
    static final String OPEN_TO_OWNER = NOT_HIS_OWN + OF_OWNER + ")";

    static final String OPEN_TO_ADMINISTRATOR = NOT_HIS_OWN + OF_OWNER + """

            UNION ALL
            SELECT s.expense_id FROM approval_seat s
             WHERE s.firm_id = :firm AND s.awaited AND s.owner_id IS NULL
            UNION ALL
            SELECT s.expense_id FROM approval_seat s
             WHERE s.firm_id = :firm AND s.awaited AND s.handed_over AND s.handed_to IS NULL
            UNION ALL
            SELECT x.id FROM expense x WHERE x.firm_id = :firm AND x.state = 'ESCALATED')""";

    private final FirmSql database;
    private final Clock clock;

    R2dbcPendingApprovals(FirmSql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Page<PendingApproval>> of(Voter voter, PendingFilter filter, ListQuery query) {
        var owner = voter.owner();
        var listing = Listing.of(database, voter.administrator() ? OPEN_TO_ADMINISTRATOR : OPEN_TO_OWNER)
                .bind("now", clock.instant())
                .bind("person", voter.person().value())
                .bind("owner", owner == null ? NO_OWNER : owner.value());
        return page(listing, filter, query);
    }

    @Override
    public Mono<Page<PendingApproval>> ofFirm(PendingFilter filter, ListQuery query) {
        return page(Listing.of(database, PENDING), filter, query);
    }

    private Mono<Page<PendingApproval>> page(Listing listing, PendingFilter filter, ListQuery query) {
        var now = clock.instant();
        return pressing(listing, filter.urgency(), now)
                .filter("property_id", filter.property())
                .filter("priority", filter.priority())
                .filter("rule", filter.rule())
                .whereGiven("(state = 'ESCALATED') = :escalated", "escalated", filter.escalated())
                .sortable("deadline", "deadline", Instant.class)
                .sortable("requestedAt", "requested_at", Instant.class)
                .sortable("date", "expense_date", LocalDate.class)
                .sortable("amount", "amount_minor", Long.class)
                .sortableNullable("property", "property_name", String.class)
                .searchable("description", "property_name")
                .orderedBy("deadline")
                .page(query, row -> pending(row, now));
    }

    private static Listing pressing(Listing listing, @Nullable Urgency urgency, Instant now) {
        var soon = now.plus(Urgency.SOON);
        return switch (urgency) {
            case null -> listing;
            case OVERDUE -> listing.where("deadline <= :now", "now", now);
            case DUE_SOON -> listing.where("deadline > :now", "now", now).where("deadline < :soon", "soon", soon);
            case NORMAL -> listing.where("deadline >= :soon", "soon", soon);
        };
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
                Urgency.of(deadline, now),
                List.of(requireNonNull(row.get("on_behalf", UUID[].class))));
    }
}
