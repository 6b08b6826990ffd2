package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.Assignments;
import io.rems.firm.assignment.InForce;
import io.rems.firm.assignment.domain.Administrators;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAssignments implements Assignments {
    private static final int BATCH = 200;
    private static final String ADMINISTRATORS = """
            SELECT a.id, a.access_level = 'FULL' AND a.until IS NULL AS stays
              FROM assignment a JOIN portal_user u ON u.id = a.user_id
             WHERE a.firm_id = :firm AND a.role = 'ADMIN' AND a.accepted AND %s
               AND u.status NOT IN ('INVITED', 'DISABLED')
             ORDER BY a.id""".formatted(InForce.AT_NOW);

    private final FirmSql sql;
    private final R2dbcAssignmentChanges changes;

    R2dbcAssignments(FirmSql sql, R2dbcAssignmentChanges changes) {
        this.sql = sql;
        this.changes = changes;
    }

    @Override
    public Mono<UserAssignments> ofUser(UUID user) {
        return sql.sql("SELECT id, name, email, version, primary_firm FROM portal_user WHERE id = :user FOR UPDATE")
                .bind("user", user)
                .one(AssignmentRow::lockedUser)
                .switchIfEmpty(Mono.error(() -> new NotFound("user", user)))
                .flatMap(found ->
                        current(user).map(all -> new UserAssignments(found.holder(), all, found.primaryFirm())));
    }

    @Override
    public Mono<UUID> holderOf(FirmId firm, AssignmentId id) {
        return sql.sql("SELECT user_id FROM assignment WHERE firm_id = :firm AND id = :id")
                .bind("firm", firm.value())
                .bind("id", id.value())
                .one(row -> row.get("user_id", UUID.class))
                .switchIfEmpty(Mono.error(() -> new NotFound("assignment", id.value())));
    }

    @Override
    public Mono<Void> requireKnown(FirmId firm, UUID user) {
        return sql.sql("SELECT 1 FROM assignment WHERE firm_id = :firm AND user_id = :user AND accepted LIMIT 1")
                .bind("firm", firm.value())
                .bind("user", user)
                .one(row -> row.get(0, Integer.class))
                .switchIfEmpty(Mono.error(() -> new InvalidRequest(
                        "userId", "UNKNOWN", "is nobody who works or worked in this firm; invite him by his e-mail")))
                .then();
    }

    @Override
    public Mono<Void> requireVersion(FirmId firm, AssignmentId id, long version) {
        return sql.sql("SELECT 1 FROM assignment WHERE firm_id = :firm AND id = :id AND version = :version")
                .bind("firm", firm.value())
                .bind("id", id.value())
                .bind("version", version)
                .one(row -> row.get(0, Integer.class))
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then();
    }

    /** Reads again once it has the locks: whoever held them may have kept out a user among them. */
    @Override
    public Mono<Administrators> administratorsOf(FirmId firm, Instant at) {
        return administrators(ADMINISTRATORS + " FOR UPDATE OF a", firm, at)
                .then(administrators(ADMINISTRATORS, firm, at))
                .map(Administrator::all);
    }

    private Mono<List<Administrator>> administrators(String text, FirmId firm, Instant at) {
        return sql.sql(text).bind("firm", firm.value()).bind("now", at).list(Administrator::of);
    }

    @Override
    public Mono<Void> store(List<AssignmentEvent> events) {
        return changes.store(events);
    }

    @Override
    public Mono<List<Due>> due(Instant at) {
        return sql.sql("""
                        (SELECT firm_id, id FROM assignment
                          WHERE NOT started AND ended_at IS NULL AND since <= :now ORDER BY since LIMIT :batch)
                        UNION ALL
                        (SELECT firm_id, id FROM assignment
                          WHERE until IS NOT NULL AND ended_at IS NULL AND until <= :now ORDER BY until LIMIT :batch)""")
                .bind("now", at)
                .bind("batch", BATCH)
                .list(row -> new Due(new FirmId(row.get("firm_id", UUID.class)), row.get("id", UUID.class)));
    }

    private Mono<List<Assignment>> current(UUID user) {
        return sql.sql("""
                        SELECT firm_id, id, role, access_level, owner_id, tenant_id, since, until,
                               started, as_primary, suspended_at, ended_at, version,
                               accepted, user_name, user_email, user_language
                          FROM assignment WHERE user_id = :user AND ended_at IS NULL""").bind("user", user).list(AssignmentRow::assignment);
    }

    private record Administrator(AssignmentId id, boolean stays) {

        static Administrator of(Row row) {
            return new Administrator(new AssignmentId(row.get("id", UUID.class)), row.get("stays", Boolean.class));
        }

        static Administrators all(List<Administrator> found) {
            return new Administrators(ids(found, _ -> true), ids(found, Administrator::stays));
        }

        private static Set<AssignmentId> ids(List<Administrator> found, Predicate<Administrator> wanted) {
            return found.stream().filter(wanted).map(Administrator::id).collect(Collectors.toSet());
        }
    }
}
