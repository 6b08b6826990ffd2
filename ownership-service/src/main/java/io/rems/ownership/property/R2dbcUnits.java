package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.ownership.firm.Viewer;
import io.rems.platform.Duplicate;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.database.Constraints;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcUnits {

    private static final String SHOWN = """
            SELECT unit.id, unit.version, unit.property_id, unit.number, unit.type, unit.bedrooms, unit.bathrooms, unit.area,
                   unit.base_rent_minor, unit.base_rent_currency
              FROM unit JOIN property ON property.firm_id = unit.firm_id AND property.id = unit.property_id
             WHERE unit.firm_id = :firm AND\s""" + R2dbcProperties.SHOWN_TO_VIEWER;

    private final FirmSql sql;

    R2dbcUnits(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Unit unit) {
        var rent = unit.baseRent();
        return sql.sql("""
                INSERT INTO unit (firm_id, id, property_id, number, type, bedrooms, bathrooms, area,
                                  base_rent_minor, base_rent_currency)
                VALUES (:firm, :id, :property, :number, :type, :bedrooms, :bathrooms, :area, :rent, :currency)""")
                .bind("id", unit.id())
                .bind("property", unit.propertyId())
                .bind("number", unit.number())
                .bind("type", unit.type().name())
                .bindNullable("bedrooms", unit.bedrooms(), Integer.class)
                .bindNullable("bathrooms", unit.bathrooms(), Integer.class)
                .bindNullable("area", unit.area(), BigDecimal.class)
                .bindNullable("rent", rent == null ? null : rent.minor(), Long.class)
                .bindNullable("currency", rent == null ? null : rent.currency().getCurrencyCode(), String.class)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcUnits::duplicate)
                .then();
    }

    Mono<Versioned<Unit>> get(UUID id, Viewer viewer) {
        return sql.sql(SHOWN + " AND unit.id = :id")
                .bind("id", id)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .one(row -> new Versioned<>(unit(row), row.get("version", Long.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("unit", id)));
    }

    /** R2dbcUnits of one property, or of all. */
    Mono<Page<Unit>> page(ListQuery query, @Nullable UUID propertyId, Viewer viewer) {
        return Listing.of(sql, SHOWN)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .sortable("number", "number", String.class)
                .orderedBy(propertyId == null ? "id" : "number")
                .searchable("number")
                .filter("property_id", propertyId)
                .page(query, R2dbcUnits::unit);
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        var field = Constraints.violated(error, "unit_number_unique") ? "number" : "id";
        return new RequestRefused(new Duplicate("unit", field));
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.get("id", UUID.class),
                row.get("property_id", UUID.class),
                row.get("number", String.class),
                UnitType.valueOf(row.get("type", String.class)),
                row.get("bedrooms", Integer.class),
                row.get("bathrooms", Integer.class),
                row.get("area", BigDecimal.class),
                rent(row.get("base_rent_minor", Long.class), row.get("base_rent_currency", String.class)));
    }

    private static @Nullable Money rent(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : new Money(minor, Currency.getInstance(currency));
    }
}
