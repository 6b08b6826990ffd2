package io.rems.approval.category;

import io.r2dbc.spi.Row;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcExpenseTypes {

    private static final String ALL = """
            SELECT id, version, category_id, code, name, active FROM expense_type WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO expense_type (firm_id, id, category_id, code, name)
            VALUES (:firm, :id, :category, :code, :name)""";

    private static final String SAVE = """
            UPDATE expense_type SET code = :code, name = :name, active = :active, version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private final FirmSql database;

    R2dbcExpenseTypes(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(ExpenseType type) {
        return database.sql(ADD)
                .bind("id", type.id())
                .bind("category", type.categoryId())
                .bind("code", type.code())
                .bind("name", type.name())
                .update()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcExpenseTypes::refused)
                .then();
    }

    Mono<Void> save(Versioned<ExpenseType> type) {
        return database.sql(SAVE)
                .bind("id", type.value().id())
                .bind("code", type.value().code())
                .bind("name", type.value().name())
                .bind("active", type.value().active())
                .bind("version", type.version())
                .update()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcExpenseTypes::refused)
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    Mono<Versioned<ExpenseType>> get(UUID id) {
        return one(ALL + " AND id = :id", id);
    }

    /** Against everybody else until the end of the transaction. */
    Mono<Versioned<ExpenseType>> hold(UUID id) {
        return one(ALL + " AND id = :id FOR NO KEY UPDATE", id);
    }

    Mono<List<ExpenseType>> all() {
        return database.sql(ALL + " ORDER BY code, id").list(R2dbcExpenseTypes::type);
    }

    private Mono<Versioned<ExpenseType>> one(String select, UUID id) {
        return database.sql(select)
                .bind("id", id)
                .one(row -> new Versioned<>(type(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense type", id)));
    }

    Mono<Page<ExpenseType>> page(@Nullable UUID categoryId, @Nullable Boolean active, ListQuery query) {
        return Listing.of(database, ALL)
                .filter("category_id", categoryId)
                .filter("active", active)
                .sortable("code", "code", String.class)
                .sortable("name", "name", String.class)
                .orderedBy("code")
                .searchable("code", "name")
                .page(query, R2dbcExpenseTypes::type);
    }

    private static RuntimeException refused(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "expense_type_category")) {
            return new InvalidRequest("categoryId", "UNKNOWN", "is not a category of this firm");
        }
        var field = Constraints.violated(error, "expense_type_code") ? "code" : "id";
        return new RequestRefused(new Duplicate("expense type", field));
    }

    private static ExpenseType type(Row row) {
        return new ExpenseType(
                row.get("id", UUID.class),
                row.get("category_id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("active", Boolean.class));
    }
}
