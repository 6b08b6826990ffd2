package io.rems.approval.expense.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.expense.ExpenseState;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseView.ApprovalPart;
import io.rems.approval.expense.ExpenseViews;
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
            SELECT e.*, p.name AS property_name, r.rule, r.requested_at, r.deadline, r.escalated_at, r.decided_at,
                   r.decided_by, r.comment
              FROM expense e
              LEFT JOIN property p ON p.firm_id = e.firm_id AND p.id = e.property_id
              LEFT JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id
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
    public Mono<Page<ExpenseView>> list(Filter filter, ListQuery query, Caller caller) {
        return visible(caller)
                .filter("state", filter.state() == null ? null : filter.state().name())
                .filter("property_id", filter.propertyId())
                .filter("category_id", filter.categoryId())
                .filter("vendor_id", filter.vendorId())
                .sortable("date", "expense_date", LocalDate.class)
                .sortable("amount", "amount_minor", Long.class)
                .sortable("recordedAt", "recorded_at", Instant.class)
                .searchable("description", "property_name")
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
                details.type(),
                details.vendor(),
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
                approval(row));
    }

    private static @Nullable ApprovalPart approval(Row row) {
        var rule = row.get("rule", String.class);
        if (rule == null) {
            return null;
        }
        var deadline = row.get("deadline", Instant.class);
        return new ApprovalPart(
                Rule.valueOf(rule),
                deadline == null,
                row.get("requested_at", Instant.class),
                deadline,
                row.get("escalated_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("decided_by", UUID.class),
                row.get("comment", String.class));
    }
}
