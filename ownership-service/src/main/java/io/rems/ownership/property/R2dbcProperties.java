package io.rems.ownership.property;

import static io.rems.ownership.property.PropertyStatus.ACTIVE;

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
import java.time.LocalDate;
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

    private static final String OF_FIRM =
            "SELECT " + PropertyRow.COLUMNS + "\n  FROM property WHERE property.firm_id = :firm";

    private static final String SHOWN = OF_FIRM + " AND " + SHOWN_TO_VIEWER;

    private final FirmSql sql;

    R2dbcProperties(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(Property property) {
        return PropertyRow.bound(sql.sql("""
                INSERT INTO property (
                    firm_id, id, code, name, type, location, address, area, construction_year, construction_cost_minor,
                    construction_cost_currency, permit_number, purchase_price_minor, purchase_price_currency,
                    purchase_date, note)
                VALUES (
                    :firm, :id, :code, :name, :type, :location, :address, :area, :construction_year,
                    :construction_cost_minor, :construction_cost_currency, :permit_number, :purchase_price_minor,
                    :purchase_price_currency, :purchase_date, :note)"""), property)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcProperties::duplicate)
                .then();
    }

    Mono<Void> change(Property property, long version) {
        return PropertyRow.bound(sql.sql("""
                UPDATE property
                   SET code = :code, name = :name, type = :type, location = :location, address = :address, area = :area,
                       construction_year = :construction_year, construction_cost_minor = :construction_cost_minor,
                       construction_cost_currency = :construction_cost_currency, permit_number = :permit_number,
                       purchase_price_minor = :purchase_price_minor,
                       purchase_price_currency = :purchase_price_currency, purchase_date = :purchase_date,
                       note = :note, version = version + 1
                 WHERE firm_id = :firm AND id = :id AND version = :version AND status = 'ACTIVE'"""), property)
                .bind("version", version)
                .update()
                .onErrorMap(DuplicateKeyException.class, R2dbcProperties::duplicate)
                .flatMap(rows -> rows == 1 ? Mono.empty() : missed(property.id()));
    }

    /** Archives or restores a property that {@link #locked} holds. */
    Mono<Void> setStatus(UUID id, PropertyStatus status) {
        return sql.sql("UPDATE property SET status = :status, version = version + 1 WHERE firm_id = :firm AND id = :id")
                .bind("status", status.name())
                .bind("id", id)
                .update()
                .then();
    }

    /** The property; until the transaction ends, its shares and its status change by nobody else. */
    Mono<Versioned<Property>> locked(UUID id) {
        return found(id, " FOR NO KEY UPDATE");
    }

    /** The property; until the transaction ends, nobody archives it. */
    Mono<Versioned<Property>> kept(UUID id) {
        return found(id, " FOR SHARE");
    }

    Mono<Versioned<Property>> get(UUID id, Viewer viewer) {
        return sql.sql(SHOWN + " AND property.id = :id")
                .bind("id", id)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .one(PropertyRow::versioned)
                .switchIfEmpty(absent(id));
    }

    Mono<Page<Property>> page(ListQuery query, PropertySearch search, Viewer viewer) {
        var all = Listing.of(sql, SHOWN)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .sortable("code", "code", String.class)
                .sortable("name", "name", String.class)
                .sortable("type", "type", String.class)
                .sortable("status", "status", String.class)
                .sortableNullable("location", "location", String.class)
                .sortableNullable("area", "area", BigDecimal.class)
                .sortableNullable("constructionYear", "construction_year", Integer.class)
                .sortableNullable("purchaseDate", "purchase_date", LocalDate.class)
                .orderedBy("code")
                .searchable("code", "name", "location", "address");
        return search.narrow(all).page(query, PropertyRow::property);
    }

    private Mono<Versioned<Property>> found(UUID id, String lock) {
        return sql.sql(OF_FIRM + " AND property.id = :id" + lock)
                .bind("id", id)
                .one(PropertyRow::versioned)
                .switchIfEmpty(absent(id));
    }

    private Mono<Void> missed(UUID id) {
        return found(id, "")
                .flatMap(property -> Mono.error(() -> property.value().status() == ACTIVE
                        ? new StaleVersion()
                        : new RequestRefused(PropertyRefusal.PROPERTY_ARCHIVED)));
    }

    private static <T> Mono<T> absent(UUID id) {
        return Mono.error(() -> new NotFound("property", id));
    }

    private static RequestRefused duplicate(DuplicateKeyException error) {
        var field = Constraints.violated(error, "property_code_unique") ? "code" : "id";
        return new RequestRefused(new Duplicate("property", field));
    }
}
