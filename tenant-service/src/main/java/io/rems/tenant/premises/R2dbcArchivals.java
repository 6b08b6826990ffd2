package io.rems.tenant.premises;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.tenant.premises.ArchivalEvents.PropertyStatus;
import io.rems.tenant.premises.ArchivalEvents.UnitStatus;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which units and properties the firm has put away; news older than what is known changes nothing. */
@Repository
class R2dbcArchivals implements Archivals {

    /** What comes first, before its names, has version 0 until they come. */
    private static final String PROPERTY = """
            INSERT INTO property (firm_id, id, version, code, name, archived, archival_at)
            VALUES (:firm, :id, 0, :code, :code, :archived, :version)
            ON CONFLICT (firm_id, id) DO UPDATE SET archived = excluded.archived, archival_at = excluded.archival_at
             WHERE property.archival_at < excluded.archival_at
            """;

    private static final String UNIT = """
            INSERT INTO unit (firm_id, id, version, property_id, number, archived, archival_at)
            VALUES (:firm, :id, 0, :property, :number, :archived, :version)
            ON CONFLICT (firm_id, id) DO UPDATE SET archived = excluded.archived, archival_at = excluded.archival_at
             WHERE unit.archival_at < excluded.archival_at
            """;
    private static final String OF_UNIT = """
            SELECT unit.archived, unit.property_id, coalesce(property.archived, false) AS property_archived
              FROM unit LEFT JOIN property ON property.firm_id = unit.firm_id AND property.id = unit.property_id
             WHERE unit.firm_id = :firm AND unit.id = :id
            """;

    private final FirmSql database;

    R2dbcArchivals(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> mustBeLet(UUID unit) {
        return database.sql(OF_UNIT)
                .bind("id", unit)
                .one(row -> refusal(unit, row))
                .flatMap(refusal -> refusal.<Mono<Void>>map(archived -> Mono.error(() -> new RequestRefused(archived)))
                        .orElseGet(Mono::empty));
    }

    Mono<Void> learn(PropertyStatus property, boolean archived, long version) {
        return database.sql(PROPERTY)
                .bind("id", property.propertyId())
                .bind("code", property.code())
                .bind("archived", archived)
                .bind("version", version)
                .update()
                .then();
    }

    Mono<Void> learn(UnitStatus unit, boolean archived, long version) {
        return database.sql(UNIT)
                .bind("id", unit.unitId())
                .bind("property", unit.propertyId())
                .bind("number", unit.number())
                .bind("archived", archived)
                .bind("version", version)
                .update()
                .then();
    }

    private static Optional<PremisesArchived> refusal(UUID unit, Row row) {
        if (Boolean.TRUE.equals(row.get("archived", Boolean.class))) {
            return Optional.of(PremisesArchived.unit(unit));
        }
        return Boolean.TRUE.equals(row.get("property_archived", Boolean.class))
                ? Optional.of(PremisesArchived.property(row.get("property_id", UUID.class)))
                : Optional.empty();
    }
}
