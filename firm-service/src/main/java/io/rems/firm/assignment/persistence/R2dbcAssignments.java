package io.rems.firm.assignment.persistence;

import io.rems.firm.assignment.Assignments;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentEvent.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.Holder;
import io.rems.firm.assignment.domain.UserAssignments;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAssignments implements Assignments {
    private final FirmSql sql;

    R2dbcAssignments(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<UserAssignments> ofUser(UUID user) {
        return sql.sql("SELECT id, name, email, version, primary_firm FROM portal_user WHERE id = :user FOR UPDATE")
                .bind("user", user)
                .one(AssignmentRow::lockedUser)
                .switchIfEmpty(Mono.error(() -> new NotFound("user", user)))
                .flatMap(found ->
                        active(user).map(all -> new UserAssignments(found.holder(), all, found.primaryFirm())));
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
    public Mono<Void> requireVersion(FirmId firm, AssignmentId id, long version) {
        return sql.sql("SELECT 1 FROM assignment WHERE firm_id = :firm AND id = :id AND version = :version")
                .bind("firm", firm.value())
                .bind("id", id.value())
                .bind("version", version)
                .one(row -> row.get(0, Integer.class))
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then();
    }

    @Override
    public Mono<Void> store(List<AssignmentEvent> events) {
        return Flux.fromIterable(events).concatMap(this::store).then();
    }

    private Mono<Void> store(AssignmentEvent event) {
        return switch (event) {
            case Granted(var holder, var assignment, var _) -> insert(holder, assignment);
            case Ended(var _, var assignment, var at) -> end(assignment, at);
            case PrimaryMoved(var holder, var _, var to) -> setPrimary(holder, to);
        };
    }

    private Mono<List<Assignment>> active(UUID user) {
        return sql.sql("""
                        SELECT firm_id, id, role, access_level, owner_id, tenant_id, since, version
                          FROM assignment WHERE user_id = :user AND ended_at IS NULL""").bind("user", user).list(AssignmentRow::assignment);
    }

    private Mono<Void> insert(Holder holder, Assignment assignment) {
        var position = assignment.position();
        return sql.sql("""
                        INSERT INTO assignment (firm_id, id, user_id, role, access_level, owner_id, tenant_id,
                                                since, version)
                        VALUES (:firm, :id, :user, :role, :level, :owner, :tenant, :since, :version)""")
                .bind("firm", assignment.firm().value())
                .bind("id", assignment.id().value())
                .bind("user", holder.id())
                .bind("role", position.role().name())
                .bind("level", position.level().name())
                .bindNullable("owner", position.ownerId(), UUID.class)
                .bindNullable("tenant", position.tenantId(), UUID.class)
                .bind("since", assignment.since())
                .bind("version", assignment.version())
                .update()
                .then();
    }

    private Mono<Void> end(Assignment assignment, Instant at) {
        return sql.sql("""
                        UPDATE assignment SET ended_at = :at, version = version + 1
                         WHERE firm_id = :firm AND id = :id AND version = :version""")
                .bind("at", at)
                .bind("firm", assignment.firm().value())
                .bind("id", assignment.id().value())
                .bind("version", assignment.version())
                .update()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then();
    }

    private Mono<Void> setPrimary(Holder holder, @Nullable FirmId firm) {
        return sql.sql("UPDATE portal_user SET primary_firm = :firm, version = version + 1 WHERE id = :user")
                .bindNullable("firm", firm == null ? null : firm.value(), UUID.class)
                .bind("user", holder.id())
                .update()
                .then();
    }
}
