package io.rems.tenant.tenant;

import io.r2dbc.spi.Row;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcTenants {

    private static final String SELECT = "SELECT * FROM tenant WHERE firm_id = :firm";
    private static final String INSERT = """
            INSERT INTO tenant (firm_id, id, version, name, type, email, phone, nationality, identity_number, language, note)
            VALUES (:firm, :id, 1, :name, :type, :email, :phone, :nationality, :identityNumber, :language, :note)
            """;
    private static final String UPDATE = """
            UPDATE tenant
               SET version = version + 1, name = :name, type = :type, email = :email, phone = :phone,
                   nationality = :nationality, identity_number = :identityNumber, language = :language, note = :note
             WHERE firm_id = :firm AND id = :id AND version = :version
            """;

    private final FirmSql database;

    R2dbcTenants(FirmSql database) {
        this.database = database;
    }

    Mono<Long> insert(Tenant tenant) {
        return described(database.sql(INSERT), tenant).update();
    }

    Mono<Long> update(Tenant tenant, long version) {
        return described(database.sql(UPDATE), tenant).bind("version", version).update();
    }

    Mono<Versioned<Tenant>> find(UUID id) {
        return database.sql(SELECT + " AND id = :id").bind("id", id).one(R2dbcTenants::tenant);
    }

    Mono<Page<Versioned<Tenant>>> page(ListQuery query, Sight sight) {
        return Listing.of(database, SELECT)
                .filter("id", sight.own())
                .sortable("name", "name", String.class)
                .searchable("name", "email", "phone", "identity_number")
                .orderedBy("name")
                .page(query, R2dbcTenants::tenant);
    }

    Mono<List<UUID>> known(List<UUID> ids) {
        return database.sql("SELECT id FROM tenant WHERE firm_id = :firm AND id = ANY(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .list(row -> row.get("id", UUID.class));
    }

    private static FirmSql.Statement described(FirmSql.Statement statement, Tenant tenant) {
        return statement
                .bind("id", tenant.id())
                .bind("name", tenant.name())
                .bind("type", tenant.type().name())
                .bindNullable("email", tenant.email(), String.class)
                .bindNullable("phone", tenant.phone(), String.class)
                .bindNullable("nationality", tenant.nationality(), String.class)
                .bindNullable("identityNumber", tenant.identityNumber(), String.class)
                .bindNullable("language", tenant.language(), String.class)
                .bindNullable("note", tenant.note(), String.class);
    }

    private static Versioned<Tenant> tenant(Row row) {
        var tenant = new Tenant(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Tenant.Type.valueOf(row.get("type", String.class)),
                row.get("email", String.class),
                row.get("phone", String.class),
                row.get("nationality", String.class),
                row.get("identity_number", String.class),
                row.get("language", String.class),
                row.get("note", String.class));
        return new Versioned<>(tenant, Objects.requireNonNull(row.get("version", Long.class)));
    }
}
