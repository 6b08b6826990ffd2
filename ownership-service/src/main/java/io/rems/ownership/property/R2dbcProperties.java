package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.ownership.firm.Viewer;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcProperties {

    /** An owner sees the properties in which he holds a share today. */
    static final String SHOWN_TO_VIEWER = """
            (NOT :own_only OR EXISTS (
                SELECT FROM ownership_period held
                 WHERE held.firm_id = property.firm_id AND held.property_id = property.id
                   AND held.owner_id = :viewer AND held.superseded_at IS NULL
                   AND held.valid_from <= :today AND (held.valid_to IS NULL OR held.valid_to > :today)))""";

    private static final String SHOWN = """
            SELECT id, version, code, name, type, location, address, area, note
              FROM property WHERE firm_id = :firm AND\s""" + SHOWN_TO_VIEWER;

    private final FirmSql sql;

    R2dbcProperties(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Property property) {
        return bound(sql.sql("""
                INSERT INTO property (firm_id, id, code, name, type, location, address, area, note)
                VALUES (:firm, :id, :code, :name, :type, :location, :address, :area, :note)"""), property)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcProperties::duplicate)
                .then();
    }

    Mono<Void> change(Property property, long version) {
        return bound(sql.sql("""
                UPDATE property
                   SET code = :code, name = :name, type = :type, location = :location, address = :address, area = :area,
                       note = :note, version = version + 1
                 WHERE firm_id = :firm AND id = :id AND version = :version"""), property)
                .bind("version", version)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcProperties::duplicate)
                .flatMap(rows -> rows == 1 ? Mono.empty() : missed(property.id()));
    }

    Mono<Versioned<Property>> get(UUID id, Viewer viewer) {
        return sql.sql(SHOWN + " AND id = :id")
                .bind("id", id)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .one(row -> new Versioned<>(property(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("property", id)));
    }

    Mono<Page<Property>> page(ListQuery query, Viewer viewer) {
        return Listing.of(sql, SHOWN)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .sortable("code", "code", String.class)
                .sortable("name", "name", String.class)
                .orderedBy("code")
                .searchable("code", "name", "location")
                .page(query, R2dbcProperties::property);
    }

    private Mono<Void> missed(UUID id) {
        return sql.sql("SELECT id FROM property WHERE firm_id = :firm AND id = :id")
                .bind("id", id)
                .one(row -> row.get("id", UUID.class))
                .switchIfEmpty(Mono.error(() -> new NotFound("property", id)))
                .flatMap(_ -> Mono.error(StaleVersion::new));
    }

    private static FirmSql.Statement bound(FirmSql.Statement statement, Property property) {
        return statement
                .bind("id", property.id())
                .bind("code", property.code())
                .bind("name", property.name())
                .bind("type", property.type().name())
                .bindNullable("location", property.location(), String.class)
                .bindNullable("address", property.address(), String.class)
                .bindNullable("area", property.area(), BigDecimal.class)
                .bindNullable("note", property.note(), String.class);
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        var field = Constraints.violated(error, "property_code_unique") ? "code" : "id";
        return new RequestRefused(new Duplicate("property", field));
    }

    private static Property property(Row row) {
        return new Property(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                PropertyType.valueOf(row.get("type", String.class)),
                row.get("location", String.class),
                row.get("address", String.class),
                row.get("area", BigDecimal.class),
                row.get("note", String.class));
    }
}
