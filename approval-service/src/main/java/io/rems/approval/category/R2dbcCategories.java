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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcCategories {

    private static final String ALL = """
            SELECT id, version, code, name, description, parent_id, active FROM expense_category WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO expense_category (firm_id, id, code, name, description, parent_id)
            VALUES (:firm, :id, :code, :name, :description, :parent)""";

    private static final String SAVE = """
            UPDATE expense_category
               SET code = :code, name = :name, description = :description, parent_id = :parent, active = :active,
                   version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final String TAKE_TURN = """
            INSERT INTO category_turn (firm_id, taken_at) VALUES (:firm, :now)
            ON CONFLICT (firm_id) DO UPDATE SET taken_at = excluded.taken_at""";

    private static final String IS_WITHIN = """
            WITH RECURSIVE above AS (
                SELECT id, parent_id FROM expense_category WHERE firm_id = :firm AND id = :id
                UNION
                SELECT c.id, c.parent_id
                  FROM above JOIN expense_category c ON c.firm_id = :firm AND c.id = above.parent_id)
            SELECT EXISTS (SELECT FROM above WHERE id = :branch) AS within""";

    private final FirmSql database;

    R2dbcCategories(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(Category category) {
        return bound(ADD, category)
                .update()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcCategories::refused)
                .then();
    }

    Mono<Void> save(Versioned<Category> category) {
        return bound(SAVE, category.value())
                .bind("active", category.value().active())
                .bind("version", category.version())
                .update()
                .onErrorMap(DataIntegrityViolationException.class, R2dbcCategories::refused)
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    /** Lets nobody else move a category of the firm until the end of the transaction. */
    Mono<Void> takeTurn(Instant now) {
        return database.sql(TAKE_TURN).bind("now", now).update().then();
    }

    /** Whether a category is the branch itself or stands anywhere below it. */
    Mono<Boolean> isWithin(UUID id, UUID branch) {
        return database.sql(IS_WITHIN)
                .bind("id", id)
                .bind("branch", branch)
                .one(row -> Boolean.TRUE.equals(row.get("within", Boolean.class)));
    }

    Mono<Versioned<Category>> get(UUID id) {
        return one(ALL + " AND id = :id", id);
    }

    /** Against everybody else until the end of the transaction. */
    Mono<Versioned<Category>> hold(UUID id) {
        return one(ALL + " AND id = :id FOR NO KEY UPDATE", id);
    }

    Mono<List<Category>> all() {
        return database.sql(ALL + " ORDER BY code, id").list(R2dbcCategories::category);
    }

    private Mono<Versioned<Category>> one(String select, UUID id) {
        return database.sql(select)
                .bind("id", id)
                .one(row -> new Versioned<>(category(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("expense category", id)));
    }

    Mono<Set<String>> codes() {
        return database.sql("SELECT code FROM expense_category WHERE firm_id = :firm")
                .list(row -> row.get("code", String.class))
                .map(Set::copyOf);
    }

    Mono<Page<Category>> page(@Nullable Boolean active, ListQuery query) {
        return Listing.of(database, ALL)
                .filter("active", active)
                .sortable("code", "code", String.class)
                .sortable("name", "name", String.class)
                .orderedBy("code")
                .searchable("code", "name")
                .page(query, R2dbcCategories::category);
    }

    private FirmSql.Statement bound(String statement, Category category) {
        return database.sql(statement)
                .bind("id", category.id())
                .bind("code", category.code())
                .bind("name", category.name())
                .bindNullable("description", category.description(), String.class)
                .bindNullable("parent", category.parentId(), UUID.class);
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
                row.get("parent_id", UUID.class),
                row.get("active", Boolean.class));
    }
}
