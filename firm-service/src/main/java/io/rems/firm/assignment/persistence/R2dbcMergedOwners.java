package io.rems.firm.assignment.persistence;

import io.rems.firm.assignment.MergedOwners;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMergedOwners implements MergedOwners {
    private final FirmSql sql;

    R2dbcMergedOwners(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<Due>> stillLinked() {
        return sql.sql("""
                        SELECT a.firm_id, a.id
                          FROM merged_owner m
                          JOIN assignment a ON a.firm_id = m.firm_id AND a.owner_id = m.owner_id
                         WHERE a.ended_at IS NULL
                         LIMIT 200""").list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("id", UUID.class)));
    }

    @Override
    public Mono<UUID> successor(Due assignment) {
        return sql.sql("""
                        SELECT m.into_owner_id
                          FROM merged_owner m
                          JOIN assignment a ON a.firm_id = m.firm_id AND a.owner_id = m.owner_id
                         WHERE a.firm_id = :firm AND a.id = :id AND a.ended_at IS NULL""")
                .bind("firm", assignment.firm().value())
                .bind("id", assignment.id())
                .one(row -> row.get("into_owner_id", UUID.class));
    }
}
