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
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcCategories {

    private static final String ALL = """
            SELECT id, version, code, name, description, parent_id FROM expense_category WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO expense_category (firm_id, id, code, name, description, parent_id)
            VALUES (:firm, :id, :code, :name, :description, :parent)""";

    private final FirmSql database;

    R2dbcCategories(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(Category category) {
        return database.sql(ADD)
                .bind("id", category.id())
                .bind("code", category.code())
                .bind("name", category.name())
                .bindNullable("description", category.description(), String.class)
                .bindNullable("parent", category.parentId(), UUID.class)
                .update()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcCategories::refused)
                .then();
    }

    Mono<Versioned<Category>> get(UUID id) {
        return database.sql(ALL + " AND id = :id")
                .bind("id", id)
                .one(row -> new Versioned<>(category(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense category", id)));
    }

    Mono<Set<String>> codes() {
        return database.sql("SELECT code FROM expense_category WHERE firm_id = :firm")
                .list(row -> row.get("code", String.class))
                .map(Set::copyOf);
    }

    Mono<Page<Category>> page(ListQuery query) {
        return Listing.of(database, ALL)
                .sortable("code", "code", String.class)
                .sortable("name", "name", String.class)
                .orderedBy("code")
                .searchable("code", "name")
                .page(query, R2dbcCategories::category);
    }

    private static RuntimeException refused(DataIntegrityViolationException error) {
        if (Constraints.violated(error, "expense_category_parent")) {
            return new InvalidRequest("parentId", "UNKNOWN", "is not a category of this firm");
        }
        var field = Constraints.violated(error, "expense_category_code") ? "code" : "id";
        return new RequestRefused(new Duplicate("category", field));
    }

    private static Category category(Row row) {
        return new Category(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                row.get("parent_id", UUID.class));
    }
}
