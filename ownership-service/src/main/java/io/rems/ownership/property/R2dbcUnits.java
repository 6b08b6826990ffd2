package io.rems.ownership.property;

import io.rems.ownership.firm.Viewer;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcUnits {

    private static final String SHOWN = "SELECT " + UnitRow.COLUMNS + """

              FROM unit JOIN property ON property.firm_id = unit.firm_id AND property.id = unit.property_id
             WHERE unit.firm_id = :firm AND\s""" + R2dbcProperties.SHOWN_TO_VIEWER;

    private static final String INTO = """
            INSERT INTO unit (firm_id, id, property_id, number, type, living_rooms, bedrooms, bathrooms, parking_spaces, area,
                              base_rent_minor, base_rent_currency, note)
            """;
    private static final String FEATURES = """
            :type, :living_rooms, :bedrooms, :bathrooms, :parking_spaces, :area, :base_rent_minor, :base_rent_currency,
            :note""";

    private final FirmSql sql;

    R2dbcUnits(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Unit unit) {
        return UnitRow.bound(
                        sql.sql(INTO + "VALUES (:firm, :id, :property, :number, " + FEATURES + ")"), unit.features())
                .bind("id", unit.id())
                .bind("property", unit.propertyId())
                .bind("number", unit.number())
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcUnits::duplicate)
                .then();
    }

    /** Adds units that differ by their numbers alone. @return the numbers that were free */
    Mono<List<String>> addAll(UUID property, List<Unit> units, UnitFeatures features) {
        return UnitRow.bound(
                        sql.sql(INTO + "SELECT :firm, added.id, :property, added.number, " + FEATURES + """

                  FROM unnest(:ids, :numbers) AS added (id, number)
                ON CONFLICT (firm_id, property_id, number) DO NOTHING RETURNING number"""), features)
                .bind("property", property)
                .bind("ids", units.stream().map(Unit::id).toArray(UUID[]::new))
                .bind("numbers", units.stream().map(Unit::number).toArray(String[]::new))
                .list(row -> row.get("number", String.class));
    }

    /** Those of the numbers that units of the property have. */
    Mono<List<String>> taken(UUID property, List<String> numbers) {
        return sql.sql("""
                SELECT number FROM unit
                 WHERE firm_id = :firm AND property_id = :property AND number = ANY(:numbers)""")
                .bind("property", property)
                .bind("numbers", numbers.toArray(String[]::new))
                .list(row -> row.get("number", String.class));
    }

    /** Writes a unit that {@link #locked} holds. */
    Mono<Void> change(Unit unit) {
        return UnitRow.bound(sql.sql("""
                UPDATE unit
                   SET number = :number, type = :type, status = :status, living_rooms = :living_rooms,
                       bedrooms = :bedrooms, bathrooms = :bathrooms, parking_spaces = :parking_spaces, area = :area,
                       base_rent_minor = :base_rent_minor, base_rent_currency = :base_rent_currency, note = :note,
                       version = version + 1
                 WHERE firm_id = :firm AND id = :id"""), unit.features())
                .bind("id", unit.id())
                .bind("number", unit.number())
                .bind("status", unit.status().name())
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcUnits::duplicate)
                .then();
    }

    /** The unit; until the transaction ends, it changes by nobody else. */
    Mono<Versioned<Unit>> locked(UUID id) {
        return sql.sql("SELECT " + UnitRow.COLUMNS + " FROM unit WHERE firm_id = :firm AND id = :id FOR NO KEY UPDATE")
                .bind("id", id)
                .one(UnitRow::versioned)
                .switchIfEmpty(Mono.error(() -> new NotFound("unit", id)));
    }

    Mono<Versioned<Unit>> get(UUID id, Viewer viewer) {
        return sql.sql(SHOWN + " AND unit.id = :id")
                .bind("id", id)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .one(UnitRow::versioned)
                .switchIfEmpty(Mono.error(() -> new NotFound("unit", id)));
    }

    /** Units of one property, or of all. */
    Mono<Page<Unit>> page(ListQuery query, UnitSearch search, Viewer viewer) {
        var all = Listing.of(sql, SHOWN)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .sortable("number", "number", String.class)
                .sortable("type", "type", String.class)
                .sortable("status", "status", String.class)
                .sortableNullable("bedrooms", "bedrooms", Integer.class)
                .sortableNullable("area", "area", BigDecimal.class)
                .sortableNullable("baseRent", "base_rent_minor", Long.class)
                .orderedBy(search.propertyId() == null ? "id" : "number")
                .searchable("number", "note");
        return search.narrow(all).page(query, UnitRow::unit);
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        var field = Constraints.violated(error, "unit_number_unique") ? "number" : "id";
        return new RequestRefused(new Duplicate("unit", field));
    }
}
