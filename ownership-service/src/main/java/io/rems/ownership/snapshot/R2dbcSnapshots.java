package io.rems.ownership.snapshot;

import io.r2dbc.spi.Row;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots that are being told. */
@Repository
class R2dbcSnapshots {

    private static final String BEGIN = """
            INSERT INTO snapshot (firm_id, job_id, actor, support_access, part, after, due_at)
            VALUES (:firm, :job, :actor, :access, 'OWNERS', :after, :now)
            ON CONFLICT (firm_id) DO NOTHING""";

    private static final String DUE = """
            SELECT firm_id, job_id FROM snapshot
             WHERE due_at <= :now AND NOT rems_paused(firm_id) ORDER BY due_at LIMIT 20""";

    private static final String CLAIM = """
            SELECT job_id, actor, support_access, part, after, told::text AS told, total FROM snapshot
             WHERE firm_id = :firm AND job_id = :job AND NOT rems_paused(firm_id)
               FOR UPDATE SKIP LOCKED""";

    private static final String SAVE = """
            UPDATE snapshot SET part = :part, after = :after, told = CAST(:told AS jsonb), total = :total, failures = 0
             WHERE firm_id = :firm AND job_id = :job""";

    private static final String FAILED = """
            UPDATE snapshot SET failures = failures + 1, due_at = :now + (failures + 1) * interval '5 seconds'
             WHERE firm_id = :firm AND job_id = :job
            RETURNING failures""";

    private final FirmSql sql;
    private final JsonMapper json;

    R2dbcSnapshots(FirmSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** @return false where one is being told already */
    Mono<Boolean> begin(UUID job, Actor actor, Instant now) {
        return sql.sql(BEGIN)
                .bind("job", job)
                .bind("actor", actor.id())
                .bindNullable("access", actor.supportAccess(), UUID.class)
                .bind("after", Snapshot.FIRST)
                .bind("now", now)
                .update()
                .map(rows -> rows == 1);
    }

    /** The job of the one that is being told. */
    Mono<UUID> running() {
        return sql.sql("SELECT job_id FROM snapshot WHERE firm_id = :firm").one(row -> row.get("job_id", UUID.class));
    }

    Mono<List<Due>> due(Instant now) {
        return sql.sql(DUE)
                .bind("now", now)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("job_id", UUID.class)));
    }

    /** Until the transaction ends, nobody else goes on with it; empty where somebody does, or it is over. */
    Mono<Snapshot> claim(UUID job) {
        return sql.sql(CLAIM).bind("job", job).one(this::snapshot);
    }

    Mono<Void> save(Snapshot snapshot) {
        return sql.sql(SAVE)
                .bind("job", snapshot.job())
                .bind("part", snapshot.part().name())
                .bind("after", snapshot.after())
                .bind("told", json.writeValueAsString(snapshot.told()))
                .bindNullable("total", snapshot.total(), Long.class)
                .update()
                .then();
    }

    Mono<Void> end(UUID job) {
        return sql.sql("DELETE FROM snapshot WHERE firm_id = :firm AND job_id = :job")
                .bind("job", job)
                .update()
                .then();
    }

    /** It is tried again later. @return how often in a row it has failed */
    Mono<Integer> failed(UUID job, Instant now) {
        return sql.sql(FAILED).bind("job", job).bind("now", now).one(row -> row.get("failures", Integer.class));
    }

    /** Whether events of the firm wait to be published, more than so many. */
    Mono<Boolean> waiting(int most) {
        return sql.sql("SELECT count(*) AS n FROM (SELECT FROM outbox WHERE firm_id = :firm LIMIT :most) waiting")
                .bind("most", most)
                .one(row -> row.get("n", Long.class) >= most);
    }

    private Snapshot snapshot(Row row) {
        return new Snapshot(
                row.get("job_id", UUID.class),
                new Actor(row.get("actor", String.class)).under(row.get("support_access", UUID.class)),
                Part.valueOf(row.get("part", String.class)),
                row.get("after", UUID.class),
                json.readValue(row.get("told", String.class), new TypeReference<Map<Part, Long>>() {}),
                row.get("total", Long.class));
    }
}
