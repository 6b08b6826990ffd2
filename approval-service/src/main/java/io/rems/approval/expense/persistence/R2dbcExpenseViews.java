package io.rems.approval.expense.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.expense.ExpenseFilter;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseView.ApprovalPart;
import io.rems.approval.expense.ExpenseView.ImportedPart;
import io.rems.approval.expense.ExpenseView.PaymentPart;
import io.rems.approval.expense.ExpenseView.VoidPart;
import io.rems.approval.expense.ExpenseViews;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                   EXISTS (SELECT FROM attachment a
                            WHERE a.firm_id = e.firm_id AND a.expense_id = e.id)
                       AS has_attachment
              FROM expense e
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
              JOIN expense_category c ON c.firm_id = e.firm_id AND c.id = e.category_id
              LEFT JOIN vendor v ON v.firm_id = e.firm_id AND v.id = e.vendor_id
              LEFT JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id AND r.round = e.round
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
                     WHERE s.firm_id = listed.firm_id AND s.owner_id = :owner AND s.expense_id = listed.id))""";

    /** An owner that nobody is. */
    private static final UUID NO_OWNER = new UUID(0, 0);

    private static final ListQuery ONE = new ListQuery(1, null, List.of(), null, false);

    private final FirmSql database;

    R2dbcExpenseViews(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<ExpenseView> find(UUID id, Caller caller) {
        return visible(caller)
                .filter("id", id)
                .page(ONE, R2dbcExpenseViews::view)
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
                .page(query, R2dbcExpenseViews::view);
    }

    private Listing visible(Caller caller) {
        var all = Listing.of(database, EXPENSES);
        return caller.hasRole(Role.OWNER)
                ? all.where(FOR_OWNER, "owner", caller.ownerId() == null ? NO_OWNER : caller.ownerId())
                : all;
    }

    private static ExpenseView view(Row row) {
        var details = ExpenseRow.details(row);
        return new ExpenseView(
                row.get("id", UUID.class),
                details.property().value(),
                row.get("property_name", String.class),
                details.unit(),
                details.category(),
                row.get("category_name", String.class),
                details.type(),
                details.vendor(),
                row.get("vendor_name", String.class),
                details.amount(),
                details.tax(),
                details.date(),
                details.description(),
                details.priority().name(),
                ExpenseState.valueOf(row.get("state", String.class)),
                row.get("version", Long.class),
                row.get("recorded_by", String.class),
                row.get("recorded_at", Instant.class),
                row.get("submitter", UUID.class),
                row.get("submitted_at", Instant.class),
                row.get("has_attachment", Boolean.class),
                row.get("round", Integer.class),
                approval(row),
                imported(row),
                payment(row),
                voided(row));
    }

    private static @Nullable ApprovalPart approval(Row row) {
        var rule = row.get("rule", String.class);
        if (rule == null) {
            return null;
        }
        var deadline = row.get("deadline", Instant.class);
        var verdict = row.get("verdict", String.class);
        return new ApprovalPart(
                Rule.valueOf(rule),
                deadline == null,
                row.get("requested_at", Instant.class),
                deadline,
                row.get("escalated_at", Instant.class),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.get("decided_at", Instant.class),
                row.get("decided_by", UUID.class),
                row.get("comment", String.class));
    }

    private static @Nullable ImportedPart imported(Row row) {
        var verdict = row.get("imported_verdict", String.class);
        return verdict == null
                ? null
                : new ImportedPart(
                        Verdict.valueOf(verdict),
                        row.get("imported_by", String.class),
                        row.get("imported_on", LocalDate.class),
                        row.get("imported_comment", String.class));
    }

    private static @Nullable PaymentPart payment(Row row) {
        var paidOn = row.get("paid_on", LocalDate.class);
        return paidOn == null
                ? null
                : new PaymentPart(
                        paidOn,
                        row.get("method", String.class),
                        row.get("reference", String.class),
                        row.get("payment_recorded_at", Instant.class));
    }

    private static @Nullable VoidPart voided(Row row) {
        var reason = row.get("void_reason", String.class);
        return reason == null
                ? null
                : new VoidPart(reason, row.get("voided_by", String.class), row.get("voided_at", Instant.class));
    }
}
