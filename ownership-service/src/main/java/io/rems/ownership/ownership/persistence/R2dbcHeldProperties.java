package io.rems.ownership.ownership.persistence;

import io.rems.ownership.ownership.HeldProperties;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcHeldProperties implements HeldProperties {

    private final FirmSql sql;

    R2dbcHeldProperties(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<PropertyId>> of(UUID owner, @Nullable LocalDate from) {
        return sql.sql("""
                SELECT DISTINCT property_id FROM ownership_period
                 WHERE firm_id = :firm AND owner_id = :owner AND superseded_at IS NULL
                   AND (CAST(:from AS date) IS NULL OR valid_to IS NULL OR valid_to > CAST(:from AS date))
                 ORDER BY property_id""")
                .bind("owner", owner)
                .bindNullable("from", from, LocalDate.class)
                .list(row -> new PropertyId(row.get("property_id", UUID.class)))
                .map(List::copyOf);
    }

    @Override
    public Mono<Void> lockOwners(List<UUID> owners) {
        return sql.sql("SELECT id FROM owner WHERE firm_id = :firm AND id = ANY (:owners) ORDER BY id FOR UPDATE")
                .bind("owners", owners.toArray(UUID[]::new))
                .list(row -> row.get("id", UUID.class))
                .then();
    }
}
