package io.rems.approval.delegation.persistence;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.delegation.DueDelegations;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDueDelegations implements DueDelegations {

    private static final String PASSED = """
            SELECT firm_id, id FROM delegation
             WHERE due_at <= :now AND ended_at IS NULL AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 200""";

    private static final String CLAIM = """
            SELECT id FROM delegation
             WHERE firm_id = :firm AND id = :id AND due_at <= :now AND ended_at IS NULL AND NOT rems_paused(firm_id)
               FOR UPDATE SKIP LOCKED""";

    private final FirmSql database;

    R2dbcDueDelegations(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<List<Due>> passed(Instant now) {
        return database.sql(PASSED)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("id", UUID.class)));
    }

    @Override
    public Mono<DelegationId> claim(UUID id, Instant now) {
        return database.sql(CLAIM)
                .bind("id", id)
                .bind("now", now)
                .one(row -> new DelegationId(row.get("id", UUID.class)));
    }
}
