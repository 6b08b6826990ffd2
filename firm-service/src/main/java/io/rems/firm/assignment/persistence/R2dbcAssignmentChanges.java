package io.rems.firm.assignment.persistence;

import static io.rems.firm.assignment.domain.AssignmentRefusal.ALREADY_ASSIGNED;

import io.rems.firm.assignment.AssignmentChange.Snapshot;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.AssignmentEvent;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.firm.assignment.domain.Holder;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.FirmSql.Statement;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happened: the assignment as it is now, and the line of its history. */
@Repository
class R2dbcAssignmentChanges {
    private final FirmSql sql;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcAssignmentChanges(FirmSql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Mono<Void> store(List<AssignmentEvent> events) {
        return Flux.fromIterable(events).concatMap(this::store).then();
    }

    private Mono<Void> store(AssignmentEvent event) {
        return switch (event) {
            case Happened happened ->
                requirePastFree(happened).then(save(happened)).then(remember(happened));
            case PrimaryMoved(var holder, var _, var to) -> setPrimary(holder, to);
        };
    }

    /** What was is not written over: where somebody was something in the firm already, he was nothing else besides. */
    private Mono<Void> requirePastFree(Happened happened) {
        return switch (happened.change()) {
            case GRANTED, CHANGED ->
                pastOverlapping(happened).flatMap(found -> Mono.error(new RequestRefused(ALREADY_ASSIGNED)));
            case ACCEPTED, STARTED, SUSPENDED, RESUMED, ENDED -> Mono.empty();
        };
    }

    private Mono<UUID> pastOverlapping(Happened happened) {
        var terms = happened.after().terms();
        return sql.sql("""
                        SELECT id FROM assignment
                         WHERE firm_id = :firm AND user_id = :user AND since < ended_at AND ended_at > :from
                           AND (CAST(:until AS timestamptz) IS NULL OR since < :until)
                         LIMIT 1""")
                .bind("firm", terms.firm().value())
                .bind("user", happened.holder().id())
                .bind("from", terms.validity().from())
                .bindNullable("until", terms.validity().until(), Instant.class)
                .one(row -> row.get("id", UUID.class));
    }

    private Mono<Void> save(Happened happened) {
        return happened.before() == null ? insert(happened.holder(), happened.after()) : update(happened.after());
    }

    /** What is not said of him the database takes from his profile. */
    private Mono<Void> insert(Holder holder, Assignment assignment) {
        var introduction = assignment.terms().introduction();
        var statement = sql.sql("""
                        INSERT INTO assignment (firm_id, id, user_id, role, access_level, owner_id, tenant_id, since, until,
                                                started, as_primary, suspended_at, ended_at, version,
                                                accepted, user_name, user_email, user_language, user_status)
                        VALUES (:firm, :id, :user, :role, :level, :owner, :tenant, :since, :until,
                                :started, :asPrimary, :suspendedAt, :endedAt, :version,
                                :accepted, :name, :email, :language, CASE WHEN :accepted THEN NULL ELSE 'INVITED' END)""")
                .bind("user", holder.id())
                .bindNullable("name", introduction == null ? null : introduction.name(), String.class)
                .bindNullable("email", introduction == null ? null : introduction.email(), String.class)
                .bindNullable("language", introduction == null ? null : introduction.language(), String.class);
        return bound(statement, assignment).update().then();
    }

    private Mono<Void> update(Assignment assignment) {
        var statement = sql.sql("""
                UPDATE assignment
                   SET role = :role, access_level = :level, owner_id = :owner, tenant_id = :tenant, since = :since,
                       until = :until, started = :started, as_primary = :asPrimary, suspended_at = :suspendedAt,
                       ended_at = :endedAt, accepted = :accepted, version = :version
                 WHERE firm_id = :firm AND id = :id AND version = :version - 1""");
        return bound(statement, assignment)
                .update()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then();
    }

    private static Statement bound(Statement statement, Assignment assignment) {
        var terms = assignment.terms();
        var position = terms.position();
        var state = AssignmentRow.State.of(assignment);
        return statement
                .bind("firm", terms.firm().value())
                .bind("id", terms.id().value())
                .bind("role", position.role().name())
                .bind("level", position.level().name())
                .bindNullable("owner", position.ownerId(), UUID.class)
                .bindNullable("tenant", position.tenantId(), UUID.class)
                .bind("since", terms.validity().from())
                .bindNullable("until", terms.validity().until(), Instant.class)
                .bind("started", state.started())
                .bind("asPrimary", state.asPrimary())
                .bindNullable("suspendedAt", state.suspendedAt(), Instant.class)
                .bindNullable("endedAt", state.endedAt(), Instant.class)
                .bind("accepted", terms.isAccepted())
                .bind("version", terms.version());
    }

    private Mono<Void> remember(Happened happened) {
        var terms = happened.after().terms();
        return CurrentCaller.get()
                .flatMap(caller -> sql.sql("""
                                INSERT INTO assignment_change (firm_id, assignment_id, version, change, actor, recorded_at,
                                                               reason, before, after)
                                VALUES (:firm, :id, :version, :change, :actor, :at, :reason,
                                        CAST(:before AS jsonb), CAST(:after AS jsonb))""")
                        .bind("firm", terms.firm().value())
                        .bind("id", terms.id().value())
                        .bind("version", terms.version())
                        .bind("change", happened.change().name())
                        .bind("actor", caller.actor().id())
                        .bind("at", clock.instant())
                        .bindNullable("reason", happened.reason(), String.class)
                        .bindNullable("before", written(happened.before()), String.class)
                        .bindNullable("after", written(happened.after()), String.class)
                        .update())
                .then();
    }

    private @Nullable String written(@Nullable Assignment assignment) {
        return assignment == null ? null : json.writeValueAsString(Snapshot.of(assignment));
    }

    private Mono<Void> setPrimary(Holder holder, @Nullable FirmId firm) {
        return sql.sql("UPDATE portal_user SET primary_firm = :firm, version = version + 1 WHERE id = :user")
                .bindNullable("firm", firm == null ? null : firm.value(), UUID.class)
                .bind("user", holder.id())
                .update()
                .then();
    }
}
