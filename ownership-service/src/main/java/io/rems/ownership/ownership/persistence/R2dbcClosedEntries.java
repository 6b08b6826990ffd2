package io.rems.ownership.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.ClosedEntries;
import io.rems.ownership.ownership.domain.HolderArchived;
import io.rems.ownership.ownership.domain.HolderMerged;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.property.PropertyRefusal;
import io.rems.platform.Refusal;
import io.rems.platform.database.FirmSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcClosedEntries implements ClosedEntries {
    private static final String CLOSED = """
            SELECT property.status = 'ARCHIVED' AS archived,
                   ARRAY (SELECT id FROM owner
                           WHERE firm_id = :firm AND id = ANY (:receivers) AND merged_into IS NOT NULL) AS merged_owners,
                   ARRAY (SELECT id FROM owner
                           WHERE firm_id = :firm AND id = ANY (:receivers) AND merged_into IS NULL
                             AND status = 'ARCHIVED') AS archived_owners
              FROM property
             WHERE property.firm_id = :firm AND property.id = :property""";

    private final FirmSql sql;

    R2dbcClosedEntries(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<Refusal>> inTheWay(PropertyId property, Collection<UUID> receivers) {
        return sql.sql(CLOSED)
                .bind("property", property.value())
                .bind("receivers", receivers.toArray(UUID[]::new))
                .one(R2dbcClosedEntries::refusals)
                .defaultIfEmpty(List.of());
    }

    private static List<Refusal> refusals(Row row) {
        var refusals = new ArrayList<Refusal>();
        if (Boolean.TRUE.equals(row.get("archived", Boolean.class))) {
            refusals.add(PropertyRefusal.PROPERTY_ARCHIVED);
        }
        var merged = List.of(row.get("merged_owners", UUID[].class));
        if (!merged.isEmpty()) {
            refusals.add(new HolderMerged(merged));
        }
        var archived = List.of(row.get("archived_owners", UUID[].class));
        if (!archived.isEmpty()) {
            refusals.add(new HolderArchived(archived));
        }
        return refusals;
    }
}
