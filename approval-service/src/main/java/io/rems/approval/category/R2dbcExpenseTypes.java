package io.rems.approval.category;

import io.r2dbc.spi.Row;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcExpenseTypes {

    private static final String ALL = """
            SELECT id, version, category_id, code, name FROM expense_type WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO expense_type (firm_id, id, category_id, code, name)
            VALUES (:firm, :id, :category, :code, :name)""";

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

    Mono<Versioned<ExpenseType>> get(UUID id) {
        return database.sql(ALL + " AND id = :id")
                .bind("id", id)
                .one(row -> new Versioned<>(type(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense type", id)));
    }

    Mono<Page<ExpenseType>> page(ListQuery query) {
        return Listing.of(database, ALL)
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
                row.get("name", String.class));
    }
}
