package io.rems.approval.recurrence;

import io.rems.approval.businesstime.ZoneFollower;
import io.rems.approval.expense.domain.Details;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcRecurringExpenses implements ZoneFollower {

    private static final String ALL = """
            SELECT id, version, property_id, unit_id, category_id, type_id, vendor_id, amount_minor, tax_minor, currency,
                   first_day AS expense_date, description, priority, every_months, day, first_day, last_day, submit,
                   submitter, status, next_on, stopped_because
              FROM recurring_expense WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO recurring_expense (firm_id, id, property_id, unit_id, category_id, type_id, vendor_id,
                                           amount_minor, tax_minor, currency, description, priority, every_months, day,
                                           first_day, last_day, submit, submitter, status, next_on, due_at,
                                           stopped_because)
            VALUES (:firm, :id, :property, :unit, :category, :type, :vendor, :amount, :tax, :currency, :description,
                    :priority, :every_months, :day, :first_day, :last_day, :submit, :submitter, :status, :next_on,
                    :due_at, :stopped_because)""";

    private static final String SAVE = """
            UPDATE recurring_expense
               SET property_id = :property, unit_id = :unit, category_id = :category, type_id = :type,
                   vendor_id = :vendor, amount_minor = :amount, tax_minor = :tax, currency = :currency,
                   description = :description, priority = :priority, every_months = :every_months, day = :day,
                   first_day = :first_day, last_day = :last_day, submit = :submit, submitter = :submitter,
                   status = :status, next_on = :next_on, due_at = :due_at, stopped_because = :stopped_because,
                   version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final String DUE = """
            SELECT firm_id, id FROM recurring_expense
             WHERE status = 'ACTIVE' AND due_at <= :now AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 200""";

    private static final String MOVE = """
            UPDATE recurring_expense SET due_at = CAST(next_on AS timestamp) AT TIME ZONE :zone
             WHERE firm_id = :firm AND next_on IS NOT NULL""";

    private static final Map<String, String> FIELDS = Map.of(
            "recurring_expense_category", "categoryId",
            "recurring_expense_type", "typeId",
            "recurring_expense_vendor", "vendorId");

    private final FirmSql database;

    R2dbcRecurringExpenses(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(RecurringExpense recurring, ZoneId zone) {
        return bound(ADD, recurring, zone)
                .update()
                .onErrorMap(
                        DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("recurring expense", "id")))
                .onErrorMap(R2dbcRecurringExpenses::unknownReference)
                .then();
    }

    Mono<Void> save(Versioned<RecurringExpense> recurring, ZoneId zone) {
        return bound(SAVE, recurring.value(), zone)
                .bind("version", recurring.version())
                .update()
                .onErrorMap(R2dbcRecurringExpenses::unknownReference)
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    Mono<Versioned<RecurringExpense>> get(UUID id) {
        return one(ALL + " AND id = :id", id, Function.identity())
                .switchIfEmpty(Mono.error(() -> new NotFound("recurring expense", id)));
    }

    /** Against everybody else until the end of the transaction. */
    Mono<Versioned<RecurringExpense>> hold(UUID id) {
        return one(ALL + " AND id = :id FOR UPDATE", id, Function.identity())
                .switchIfEmpty(Mono.error(() -> new NotFound("recurring expense", id)));
    }

    /** Takes one that is due; empty where another replica has it, or it is not due any more. */
    Mono<Versioned<RecurringExpense>> claim(UUID id, Instant now) {
        return one(
                ALL + " AND id = :id AND status = 'ACTIVE' AND due_at <= :now AND NOT rems_paused(firm_id)"
                        + " FOR UPDATE SKIP LOCKED",
                id,
                statement -> statement.bind("now", now));
    }

    Mono<List<Due>> due(Instant now) {
        return database.sql(DUE)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("id", UUID.class)));
    }

    /** The days of the firm begin in another zone. */
    @Override
    public Mono<Void> firmIsIn(ZoneId zone) {
        return database.sql(MOVE).bind("zone", zone.getId()).update().then();
    }

    Mono<Page<RecurringView>> page(@Nullable RecurringStatus status, @Nullable UUID propertyId, ListQuery query) {
        return Listing.of(database, ALL)
                .filter("status", status)
                .filter("property_id", propertyId)
                .sortableNullable("nextOn", "next_on", LocalDate.class)
                .sortable("amount", "amount_minor", Long.class)
                .orderedBy("nextOn")
                .searchable("description")
                .page(query, row -> RecurringView.of(RecurringRow.recurring(row)));
    }

    private Mono<Versioned<RecurringExpense>> one(
            String select, UUID id, Function<FirmSql.Statement, FirmSql.Statement> more) {
        return more.apply(database.sql(select).bind("id", id)).one(RecurringRow::recurring);
    }

    private FirmSql.Statement bound(String statement, RecurringExpense recurring, ZoneId zone) {
        var schedule = recurring.schedule();
        var next = recurring.nextOn();
        return bound(database.sql(statement), recurring.details())
                .bind("id", recurring.id())
                .bind("every_months", schedule.everyMonths())
                .bind("day", schedule.day())
                .bind("first_day", schedule.from())
                .bindNullable("last_day", schedule.until(), LocalDate.class)
                .bind("submit", recurring.submit())
                .bindNullable("submitter", recurring.submitter(), UUID.class)
                .bind("status", recurring.status().name())
                .bindNullable("next_on", next, LocalDate.class)
                .bindNullable(
                        "due_at", next == null ? null : next.atStartOfDay(zone).toInstant(), Instant.class)
                .bindNullable("stopped_because", recurring.stoppedBecause(), String.class);
    }

    private static FirmSql.Statement bound(FirmSql.Statement statement, Details details) {
        var tax = details.tax();
        return statement
                .bind("property", details.property().value())
                .bindNullable("unit", details.unit(), UUID.class)
                .bind("category", details.category())
                .bindNullable("type", details.type(), UUID.class)
                .bindNullable("vendor", details.vendor(), UUID.class)
                .bind("amount", details.amount().minor())
                .bindNullable("tax", tax == null ? null : tax.minor(), Long.class)
                .bind("currency", details.amount().currency().getCurrencyCode())
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
