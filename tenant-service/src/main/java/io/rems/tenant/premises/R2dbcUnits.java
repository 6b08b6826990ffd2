package io.rems.tenant.premises;

import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The replica; news older than what is known changes nothing. */
@Repository
class R2dbcUnits implements Units {

    private static final String UNIT = """
            INSERT INTO unit (firm_id, id, version, property_id, number)
            VALUES (:firm, :id, :version, :property, :number)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET version = excluded.version, property_id = excluded.property_id, number = excluded.number
             WHERE unit.version < excluded.version
            """;
    private static final String PROPERTY = """
            INSERT INTO property (firm_id, id, version, code, name)
            VALUES (:firm, :id, :version, :code, :name)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET version = excluded.version, code = excluded.code, name = excluded.name
             WHERE property.version < excluded.version
            """;

    private final FirmSql database;

    R2dbcUnits(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<UUID> propertyOf(UUID unit) {
        return database.sql("SELECT property_id FROM unit WHERE firm_id = :firm AND id = :unit")
                .bind("unit", unit)
                .one(row -> row.get("property_id", UUID.class))
                .switchIfEmpty(Mono.error(() -> new UnitUnknown(unit)));
    }

    Mono<Void> learn(UnitRegistered unit, long version) {
        return database.sql(UNIT)
                .bind("id", unit.unitId())
                .bind("version", version)
                .bind("property", unit.propertyId())
                .bind("number", unit.number())
                .update()
                .then();
    }

    Mono<Void> learn(PropertyNamed property, long version) {
        return database.sql(PROPERTY)
                .bind("id", property.propertyId())
                .bind("version", version)
                .bind("code", property.code())
                .bind("name", property.name())
                .update()
                .then();
    }
}
