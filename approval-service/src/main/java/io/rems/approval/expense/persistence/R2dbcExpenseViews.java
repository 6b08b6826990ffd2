package io.rems.approval.expense.persistence;

import io.rems.approval.expense.ExpenseFilter;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcExpenseViews implements ExpenseViews {

    private static final String EXPENSES = """
            SELECT e.*, p.name AS property_name, c.name AS category_name, v.name AS vendor_name, r.rule,
                   r.requested_at, r.deadline, r.escalated_at, r.verdict, r.decided_at, r.decided_by, r.comment,
                   y.paid_on, y.method, y.reference, y.recorded_at AS payment_recorded_at,
                   i.verdict AS imported_verdict, i.decided_by AS imported_by, i.decided_on AS imported_on,
                   i.comment AS imported_comment,
                   b.reason AS returned_reason, b.said_by AS returned_by, b.said_at AS returned_at,
                   b.on_behalf_of AS returned_for, w.on_behalf_of AS withdrawn_for,
                   w.reason AS withdrawn_reason, w.said_by AS withdrawn_by, w.said_at AS withdrawn_at,
                   EXISTS (SELECT FROM attachment a
                            WHERE a.firm_id = e.firm_id AND a.expense_id = e.id)
                       AS has_attachment
              FROM expense e
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
              JOIN expense_category c ON c.firm_id = e.firm_id AND c.id = e.category_id
              LEFT JOIN vendor v ON v.firm_id = e.firm_id AND v.id = e.vendor_id
              LEFT JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id AND r.round = e.round
              LEFT JOIN approval_interruption b ON b.firm_id = e.firm_id AND b.expense_id = e.id AND b.round = e.round
                    AND b.kind = 'RETURNED'
              LEFT JOIN approval_interruption w ON w.firm_id = e.firm_id AND w.expense_id = e.id AND w.round = e.round
                    AND w.kind = 'WITHDRAWN'
              LEFT JOIN expense_payment y ON y.firm_id = e.firm_id AND y.expense_id = e.id
              LEFT JOIN imported_decision i ON i.firm_id = e.firm_id AND i.expense_id = e.id
             WHERE e.firm_id = :firm""";

    private static final String FOR_OWNER = """
            state <> 'DRAFT' AND (
                EXISTS (
                    SELECT FROM ownership_period o
                     WHERE o.firm_id = listed.firm_id AND o.owner_id = :owner AND o.property_id = listed.property_id
                       AND o.valid_from <= listed.expense_date
                       AND (o.valid_to IS NULL OR o.valid_to > listed.expense_date))
                OR EXISTS (
                    SELECT FROM approval_seat s
                     WHERE s.firm_id = listed.firm_id AND s.expense_id = listed.id
                       AND (s.owner_id = :owner
                            OR s.owner_id IN (SELECT m.owner_id FROM merged_owner m
                                               WHERE m.firm_id = listed.firm_id AND m.into_owner_id = :owner)))
                OR EXISTS (
                    SELECT FROM approval_seat s
                      LEFT JOIN merged_owner g ON g.firm_id = s.firm_id AND g.owner_id = s.owner_id
                      JOIN approval_acting_for(:firm, :person, approval_day_of(:firm, CAST(:now AS timestamptz))) m
                           ON m.owner_id = coalesce(g.into_owner_id, s.owner_id)
                     WHERE s.firm_id = listed.firm_id AND s.expense_id = listed.id
                       AND (m.properties IS NULL OR listed.property_id = ANY (m.properties))))""";

    /** An owner that nobody is. */
    private static final UUID NO_OWNER = new UUID(0, 0);

    private static final ListQuery ONE = new ListQuery(1, null, List.of(), null, false);

    private final FirmSql database;
    private final Clock clock;

    R2dbcExpenseViews(FirmSql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<ExpenseView> find(UUID id, Caller caller) {
        return visible(caller)
                .filter("id", id)
                .page(ONE, ExpenseViewRow::view)
                .mapNotNull(page -> page.items().isEmpty() ? null : page.items().getFirst());
    }

    @Override
    public Mono<Page<ExpenseView>> list(ExpenseFilter filter, ListQuery query, Caller caller) {
        var states = filter.state() == null
                ? null
                : filter.state().stream().map(ExpenseState::name).toArray(String[]::new);
        return visible(caller)
                .whereGiven("state = ANY (:states)", "states", states)
                .filter("property_id", filter.propertyId())
                .filter("unit_id", filter.unitId())
                .filter("category_id", filter.categoryId())
                .filter("type_id", filter.typeId())
                .filter("vendor_id", filter.vendorId())
                .filter("submitter", filter.submitter())
                .filter("priority", filter.priority())
                .filter(
                        "currency",
                        filter.currency() == null ? null : filter.currency().getCurrencyCode())
                .filter("has_attachment", filter.hasAttachment())
                .whereGiven("expense_date >= :from", "from", filter.from())
                .whereGiven("expense_date <= :to", "to", filter.to())
                .whereGiven("amount_minor >= :least", "least", filter.leastMinor())
                .whereGiven("amount_minor <= :most", "most", filter.mostMinor())
                .sortable("date", "expense_date", LocalDate.class)
                .sortable("amount", "amount_minor", Long.class)
                .sortable("recordedAt", "recorded_at", Instant.class)
                .sortableNullable("submittedAt", "submitted_at", Instant.class)
                .sortableNullable("decidedAt", "decided_at", Instant.class)
                .sortableNullable("paidOn", "paid_on", LocalDate.class)
                .sortable("state", "state", String.class)
                .sortable("category", "category_name", String.class)
                .sortableNullable("vendor", "vendor_name", String.class)
                .sortableNullable("property", "property_name", String.class)
                .searchable("description", "property_name", "vendor_name")
                .orderedBy("-date")
                .page(query, ExpenseViewRow::view);
    }

    private Listing visible(Caller caller) {
        var all = Listing.of(database, EXPENSES);
        return caller.hasRole(Role.OWNER)
                ? all.where(FOR_OWNER, "owner", caller.ownerId() == null ? NO_OWNER : caller.ownerId())
                        .bind("person", Objects.requireNonNullElse(caller.userId(), NO_OWNER))
                        .bind("now", clock.instant())
                : all;
    }
}
