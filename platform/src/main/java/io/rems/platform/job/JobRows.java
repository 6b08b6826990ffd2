package io.rems.platform.job;

import io.r2dbc.spi.Row;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.RemsIdentity;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs. */
class JobRows {

    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final FirmSql sql;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final String prefix;

    JobRows(FirmSql sql, Transactions transactions, JsonMapper json, Clock clock, RemsIdentity identity) {
        this.sql = sql;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.prefix = identity.service() + "-";
    }

    String name(UUID id) {
        return prefix + id;
    }

    /** @param lasting whether it outlives the process that does it */
    Mono<Job> add(UUID id, String kind, Caller caller, boolean lasting) {
        var now = clock.instant();
        return sql.sql("""
                        INSERT INTO job (firm_id, id, kind, actor, state, started_at, touched_at, lasting)
                        VALUES (:firm, :id, :kind, :actor, 'RUNNING', :now, :now, :lasting)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("actor", caller.actor().id())
                .bind("now", now)
                .bind("lasting", lasting)
                .update()
                .thenReturn(new Job(name(id), kind, Job.State.RUNNING, 0, null, List.of(), null, now, null));
    }

    Mono<Void> touch(UUID id, Progress.Snapshot progress) {
        return write(id, Job.State.RUNNING, progress, null);
    }

    Mono<Void> finish(UUID id, Job.State state, Progress.Snapshot progress, @Nullable Object result) {
        return write(id, state, progress, result);
    }

    private Mono<Void> write(UUID id, Job.State state, Progress.Snapshot progress, @Nullable Object result) {
        var now = clock.instant();
        return transactions.inFirm(sql.sql("""
                        UPDATE job
                        SET state = :state, done = :done, total = :total, errors = :errors, result = :result,
                            touched_at = :now, finished_at = :finished
                        WHERE firm_id = :firm AND id = :id AND state = 'RUNNING'""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("done", progress.done())
                .bindNullable("total", progress.total(), Long.class)
                .bind("errors", json.writeValueAsString(progress.errors()))
                .bindNullable("result", result == null ? null : json.writeValueAsString(result), String.class)
                .bind("now", now)
                .bindNullable("finished", state == Job.State.RUNNING ? null : now, Instant.class)
                .update()
                .then());
    }

    /** The job, shown to who started it and to the firm's administrators. */
    Mono<Job> find(String id, Caller caller) {
        return id.startsWith(prefix) ? find(uuid(id.substring(prefix.length())), caller) : Mono.empty();
    }

    private Mono<Job> find(@Nullable UUID id, Caller caller) {
        return id == null
                ? Mono.empty()
                : sql.sql("""
                        SELECT id, kind, state, done, total, errors, result, started_at, finished_at FROM job
                        WHERE firm_id = :firm AND id = :id AND (:all OR actor = :actor)""")
                        .bind("id", id)
                        .bind("all", caller.hasRole(Role.ADMIN))
                        .bind("actor", caller.actor().id())
                        .one(this::job);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Job job(Row row) {
        var result = row.get("result", String.class);
        return new Job(
                name(Objects.requireNonNull(row.get("id", UUID.class))),
                Objects.requireNonNull(row.get("kind", String.class)),
                Job.State.valueOf(Objects.requireNonNull(row.get("state", String.class))),
                Objects.requireNonNull(row.get("done", Long.class)),
                row.get("total", Long.class),
                json.readValue(Objects.requireNonNull(row.get("errors", String.class)), new TypeReference<>() {}),
                result == null ? null : json.readTree(result),
                Objects.requireNonNull(row.get("started_at", Instant.class)),
                row.get("finished_at", Instant.class));
    }

    /** Jobs whose process must have died, and those that nobody will ask about any more. */
    Mono<List<Due>> leftBehind() {
        return Mono.defer(() -> sql.sql("""
                        SELECT firm_id, id FROM job
                        WHERE state = 'RUNNING' AND NOT lasting AND touched_at <= :silent
                           OR state <> 'RUNNING' AND touched_at <= :old
                        LIMIT :most""")
                .bind("silent", clock.instant().minus(SILENCE))
                .bind("old", clock.instant().minus(KEPT))
                .bind("most", AT_ONCE)
                .list(row -> new Due(
                        new FirmId(Objects.requireNonNull(row.get("firm_id", UUID.class))),
                        Objects.requireNonNull(row.get("id", UUID.class)))));
    }

    Mono<Void> clear(Due due) {
        var interrupted = List.of(new FieldProblem("job", "INTERRUPTED", "was interrupted; start it again"));
        var failed = sql.sql("""
                        UPDATE job SET state = 'FAILED', errors = :errors, touched_at = :now, finished_at = :now
                        WHERE firm_id = :firm AND id = :id AND state = 'RUNNING' AND NOT lasting AND touched_at <= :silent""")
                .bind("id", due.id())
                .bind("errors", json.writeValueAsString(interrupted))
                .bind("now", clock.instant())
                .bind("silent", clock.instant().minus(SILENCE));
        var forgotten =
                sql.sql("""
                        DELETE FROM job
                        WHERE firm_id = :firm AND id = :id AND state <> 'RUNNING' AND touched_at <= :old""").bind("id", due.id()).bind("old", clock.instant().minus(KEPT));
        return transactions.inFirm(failed.update().then(forgotten.update()).then());
    }
}
