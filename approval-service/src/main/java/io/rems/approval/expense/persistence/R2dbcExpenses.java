package io.rems.approval.expense.persistence;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.ExpenseState;
import io.rems.approval.expense.Expenses;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.Submission;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcExpenses implements Expenses {

    private static final String ADD = """
            INSERT INTO expense (firm_id, id, version, state, property_id, unit_id, category_id, type_id, vendor_id,
                                 amount_minor, tax_minor, currency, expense_date, description, priority,
                                 recorded_by, recorded_at)
            VALUES (:firm, :id, 1, 'DRAFT', :property, :unit, :category, :type, :vendor,
                    :amount, :tax, :currency, :date, :description, :priority,
                    :by, :at)""";

    private static final String FIND = """
            SELECT id, version, state, property_id, unit_id, category_id, type_id, vendor_id,
                   amount_minor, tax_minor, currency, expense_date, description, priority, submitter, submitted_at
              FROM expense
             WHERE firm_id = :firm AND id = :id""";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String SAVE = """
            UPDATE expense SET state = :state, submitter = :submitter, submitted_at = :submitted_at, version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final Map<String, String> FIELDS =
            Map.of("expense_category", "categoryId", "expense_type", "typeId", "expense_vendor", "vendorId");

    private final FirmSql database;

    R2dbcExpenses(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Expense.Draft expense, Actor by, Instant at) {
        var details = expense.details();
        var tax = details.tax();
        return database.sql(ADD)
                .bind("id", expense.id().value())
                .bind("property", details.property().value())
                .bindNullable("unit", details.unit(), UUID.class)
                .bind("category", details.category())
                .bindNullable("type", details.type(), UUID.class)
                .bindNullable("vendor", details.vendor(), UUID.class)
                .bind("amount", details.amount().minor())
                .bindNullable("tax", tax == null ? null : tax.minor(), Long.class)
                .bind("currency", details.amount().currency().getCurrencyCode())
                .bind("date", details.date())
                .bind("description", details.description())
                .bind("priority", details.priority().name())
                .bind("by", by.id())
                .bind("at", at)
                .update()
                .onErrorMap(R2dbcExpenses::unknownReference)
                .then();
    }

    @Override
    public Mono<Details> details(ExpenseId id) {
        return database.sql(FIND).bind("id", id.value()).one(ExpenseRow::details);
    }

    @Override
    public Mono<Versioned<Expense>> lock(ExpenseId id) {
        return database.sql(LOCK).bind("id", id.value()).one(ExpenseRow::expense);
    }

    @Override
    public Mono<Versioned<Expense>> save(Versioned<Expense> expense) {
        return switch (expense.value()) {
            case Expense.Submitted submitted -> save(expense, ExpenseState.SUBMITTED, submitted.submission());
            case Expense.Routing routing -> save(expense, ExpenseState.ROUTING, routing.submission());
            case Expense.Draft _, Expense.Routed _ ->
                Mono.error(new IllegalStateException("Not for this to keep: " + expense));
        };
    }

    private Mono<Versioned<Expense>> save(Versioned<Expense> expense, ExpenseState state, Submission submission) {
        var by = submission.by();
        return database.sql(SAVE)
                .bind("id", expense.value().id().value())
                .bind("version", expense.version())
                .bind("state", state.name())
                .bindNullable("submitter", by == null ? null : by.value(), UUID.class)
                .bind("submitted_at", submission.at())
                .update()
                .flatMap(rows -> rows == 1 ? Mono.just(expense.saved()) : Mono.error(new StaleVersion()));
    }

    private static Throwable unknownReference(Throwable error) {
        return FIELDS.entrySet().stream()
                .filter(field -> Constraints.violated(error, field.getKey()))
                .<Throwable>map(field -> new InvalidRequest(field.getValue(), "UNKNOWN", "is not one of this firm"))
                .findFirst()
                .orElse(error);
    }
}
