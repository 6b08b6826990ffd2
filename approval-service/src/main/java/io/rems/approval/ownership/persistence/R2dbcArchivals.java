package io.rems.approval.ownership.persistence;

import io.rems.approval.ownership.Archivals;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcArchivals implements Archivals {

    private static final String OF_PROPERTY = """
            INSERT INTO property (firm_id, id, archived, archival_at) VALUES (:firm, :property, :archived, :version)
            ON CONFLICT (firm_id, id) DO UPDATE SET archived = excluded.archived, archival_at = excluded.archival_at
             WHERE property.archival_at < excluded.archival_at""";

    private static final String OF_UNIT = """
            INSERT INTO unit (firm_id, id, property_id, archived, archival_at)
            VALUES (:firm, :unit, :property, :archived, :version)
            ON CONFLICT (firm_id, id) DO UPDATE SET archived = excluded.archived, archival_at = excluded.archival_at
             WHERE unit.archival_at < excluded.archival_at""";

    private final FirmSql database;

    R2dbcArchivals(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> ofProperty(PropertyId property, boolean archived, long version) {
        return keep(database.sql(OF_PROPERTY), property, archived, version);
    }

    @Override
    public Mono<Void> ofUnit(UUID unit, PropertyId property, boolean archived, long version) {
        return keep(database.sql(OF_UNIT).bind("unit", unit), property, archived, version);
    }

    private static Mono<Void> keep(FirmSql.Statement statement, PropertyId property, boolean archived, long version) {
        return statement
                .bind("property", property.value())
                .bind("archived", archived)
                .bind("version", version)
                .update()
                .then();
    }
}
