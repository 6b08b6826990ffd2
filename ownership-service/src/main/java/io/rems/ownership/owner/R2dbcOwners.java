package io.rems.ownership.owner;

import io.r2dbc.spi.Row;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwners {

    private static final String COLUMNS = "id, version, name, type, email, phone, nationality, language, note";

    private final FirmSql sql;

    R2dbcOwners(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Owner owner) {
        return sql.sql("""
                INSERT INTO owner (firm_id, id, name, type, email, phone, nationality, language, note)
                VALUES (:firm, :id, :name, :type, :email, :phone, :nationality, :language, :note)""")
                .bind("id", owner.id())
                .bind("name", owner.name())
                .bind("type", owner.type().name())
                .bindNullable("email", owner.email(), String.class)
                .bindNullable("phone", owner.phone(), String.class)
                .bindNullable("nationality", owner.nationality(), String.class)
                .bindNullable("language", owner.language(), String.class)
                .bindNullable("note", owner.note(), String.class)
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("owner", "id")))
                .then();
    }

    Mono<Versioned<Owner>> get(UUID id) {
        return sql.sql("SELECT " + COLUMNS + " FROM owner WHERE firm_id = :firm AND id = :id")
                .bind("id", id)
                .one(row -> new Versioned<>(owner(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", id)));
    }

    Mono<Page<Owner>> page(ListQuery query) {
        return Listing.of(sql, "SELECT " + COLUMNS + " FROM owner WHERE firm_id = :firm")
                .sortable("name", "name", String.class)
                .orderedBy("name")
                .searchable("name", "email", "phone")
                .page(query, R2dbcOwners::owner);
    }

    private static Owner owner(Row row) {
        return new Owner(
                row.get("id", UUID.class),
                row.get("name", String.class),
                OwnerType.valueOf(row.get("type", String.class)),
                row.get("email", String.class),
                row.get("phone", String.class),
                row.get("nationality", String.class),
                row.get("language", String.class),
                row.get("note", String.class));
    }
}
