package io.rems.approval.ownership.persistence;

import io.rems.approval.ownership.Units;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcUnits implements Units {

    private static final String PROPERTY_OF = """
            SELECT property_id FROM unit WHERE firm_id = :firm AND id = :unit""";

    private static final String ADD = """
            INSERT INTO unit (firm_id, id, property_id) VALUES (:firm, :unit, :property)
            ON CONFLICT (firm_id, id) DO NOTHING""";

    private final FirmSql database;

    R2dbcUnits(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<PropertyId> propertyOf(UUID unit) {
        return database.sql(PROPERTY_OF)
                .bind("unit", unit)
                .one(row -> new PropertyId(row.get("property_id", UUID.class)));
    }

    @Override
    public Mono<Void> add(UUID unit, PropertyId property) {
        return database.sql(ADD)
                .bind("unit", unit)
                .bind("property", property.value())
                .update()
                .then();
    }
}
