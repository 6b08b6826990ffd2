package io.rems.approval.expense.persistence;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.expense.Expenses;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcExpenses implements Expenses {

    private static final String ADD = """
            INSERT INTO expense (firm_id, id, version, state, property_id, unit_id, category_id, type_id, vendor_id,
                                 amount_minor, tax_minor, currency, expense_date, description, priority,
                                 recorded_by, recorded_at, submitter, submitted_at)
            VALUES (:firm, :id, :version, :state, :property, :unit, :category, :type, :vendor,
                    :amount, :tax, :currency, :date, :description, :priority,
                    :by, :at, :submitter, :submitted_at)""";

    private static final String FIND = """
            SELECT id, version, state, round, property_id, unit_id, category_id, type_id, vendor_id, amount_minor,
                   tax_minor, currency, expense_date, description, priority, submitter, submitted_at, void_reason,
                   voided_by, voided_at
              FROM expense
             WHERE firm_id = :firm AND id = :id""";

    private static final String LOCK = FIND + " FOR UPDATE";

    /** Who submitted it stays, but for a new submission; of a later round he is remembered among those who did before. */
    private static final String SAVE = """
            UPDATE expense
               SET state = :state,
                   earlier_submitters = CASE WHEN :round > round AND submitter IS NOT NULL
                                             THEN array_append(array_remove(earlier_submitters, submitter), submitter)
                                             ELSE earlier_submitters END,
                   round = :round, property_id = :property, unit_id = :unit, category_id = :category,
                   type_id = :type, vendor_id = :vendor, amount_minor = :amount, tax_minor = :tax,
                   currency = :currency, expense_date = :date, description = :description, priority = :priority,
                   submitter = CASE WHEN :submitted THEN :submitter ELSE submitter END,
                   submitted_at = coalesce(:submitted_at, submitted_at),
                   void_reason = :void_reason, voided_by = :voided_by, voided_at = :voided_at,
                   version = version + :versions
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final String REMOVE = "DELETE FROM expense WHERE firm_id = :firm AND id = :id";

    private static final Map<String, String> FIELDS =
            Map.of("expense_category", "categoryId", "expense_type", "typeId", "expense_vendor", "vendorId");

    private final FirmSql database;

    R2dbcExpenses(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Versioned<Expense> expense, Actor by, Instant at) {
        var value = expense.value();
        return submission(bound(ADD, value), submission(value))
                .bind("version", expense.version())
                .bind("state", value.state().name())
                .bind("by", by.id())
                .bind("at", at)
                .update()
                .onErrorMap(R2dbcExpenses::unknownReference)
                .then();
    }

    @Override
    public Mono<Versioned<Expense>> find(ExpenseId id) {
        return database.sql(FIND).bind("id", id.value()).one(ExpenseRow::expense);
    }

    @Override
    public Mono<Versioned<Expense>> lock(ExpenseId id) {
        return database.sql(LOCK).bind("id", id.value()).one(ExpenseRow::expense);
    }

    @Override
    public Mono<Void> save(Versioned<Expense> expense, int versions) {
        var value = expense.value();
        var submission = submission(value);
        var voiding = value instanceof Expense.Void declared ? declared.voiding() : null;
        return submission(bound(SAVE, value), submission)
                .bind("state", value.state().name())
                .bind("round", value.round())
                .bind("submitted", submission != null)
                .bindNullable("void_reason", voiding == null ? null : voiding.reason(), String.class)
                .bindNullable("voided_by", voiding == null ? null : voiding.by().id(), String.class)
                .bindNullable("voided_at", voiding == null ? null : voiding.at(), Instant.class)
                .bind("version", expense.version())
                .bind("versions", versions)
                .update()
                .onErrorMap(R2dbcExpenses::unknownReference)
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    @Override
    public Mono<Void> remove(ExpenseId id) {
        return database.sql(REMOVE).bind("id", id.value()).update().then();
    }

    private static @Nullable Submission submission(Expense expense) {
        return expense instanceof Expense.Unrouted unrouted ? unrouted.submission() : null;
    }

    private static FirmSql.Statement submission(FirmSql.Statement statement, @Nullable Submission submission) {
        var by = submission == null ? null : submission.by();
        return statement
                .bindNullable("submitter", by == null ? null : by.value(), UUID.class)
                .bindNullable("submitted_at", submission == null ? null : submission.at(), Instant.class);
    }

    private FirmSql.Statement bound(String statement, Expense expense) {
        var details = expense.details();
        var tax = details.tax();
        return database.sql(statement)
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
                .bind("priority", details.priority().name());
    }

    private static Throwable unknownReference(Throwable error) {
        return FIELDS.entrySet().stream()
                .filter(field -> Constraints.violated(error, field.getKey()))
                .<Throwable>map(field -> new InvalidRequest(field.getValue(), "UNKNOWN", "is not one of this firm"))
                .findFirst()
                .orElse(error);
    }
}
