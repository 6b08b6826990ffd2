package io.rems.approval.vendor;

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
class R2dbcVendors {

    private static final String ALL = """
            SELECT id, version, name, type, phone, email, speciality, emergency_available
              FROM vendor WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO vendor (firm_id, id, name, type, phone, email, speciality, emergency_available)
            VALUES (:firm, :id, :name, :type, :phone, :email, :speciality, :emergency_available)""";

    private final FirmSql database;

    R2dbcVendors(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(Vendor vendor) {
        return database.sql(ADD)
                .bind("id", vendor.id())
                .bind("name", vendor.name())
                .bindNullable("type", vendor.type(), String.class)
                .bindNullable("phone", vendor.phone(), String.class)
                .bindNullable("email", vendor.email(), String.class)
                .bindNullable("speciality", vendor.speciality(), String.class)
                .bind("emergency_available", vendor.emergencyAvailable())
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("vendor", "id")))
                .then();
    }

    Mono<Versioned<Vendor>> get(UUID id) {
        return database.sql(ALL + " AND id = :id")
                .bind("id", id)
                .one(row -> new Versioned<>(vendor(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("vendor", id)));
    }

    Mono<Page<Vendor>> page(ListQuery query) {
        return Listing.of(database, ALL)
                .sortable("name", "name", String.class)
                .orderedBy("name")
                .searchable("name", "speciality", "email", "phone")
                .page(query, R2dbcVendors::vendor);
    }

    private static Vendor vendor(Row row) {
        return new Vendor(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("phone", String.class),
                row.get("email", String.class),
                row.get("speciality", String.class),
                row.get("emergency_available", Boolean.class));
    }
}
