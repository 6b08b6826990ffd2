package io.rems.firm.assignment.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.AssignmentChange;
import io.rems.firm.assignment.AssignmentChange.Snapshot;
import io.rems.firm.assignment.AssignmentDirectory;
import io.rems.firm.assignment.AssignmentFilter;
import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.firm.assignment.domain.Change;
import io.rems.platform.Versioned;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.platform.web.WordIndex;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is shown goes by the time of the reading, not by when the timer last ran. */
@Repository
class R2dbcAssignmentDirectory implements AssignmentDirectory {
    private static final WordIndex WORDS = new WordIndex("assignment_word", "assignment_id", "id");
    static final String VIEWS = """
            SELECT a.id, a.firm_id, a.user_id, a.user_name AS name, a.user_email AS email, a.accepted, a.role, a.access_level, a.owner_id, a.tenant_id,
                   s.status, a.since, a.until, a.ended_at AS gone_at, a.suspended_at, a.started,
                   coalesce(s.status = 'ACTIVE'
                            AND a.firm_id = (SELECT u.primary_firm FROM portal_user u WHERE u.id = a.user_id), false) AS is_primary,
                   CASE WHEN s.status = 'ENDED' THEN coalesce(a.ended_at, a.until) END AS ended_at, a.version
              FROM assignment a
             CROSS JOIN LATERAL (SELECT CASE WHEN a.ended_at IS NOT NULL OR a.until <= :now THEN 'ENDED'
                                             WHEN a.suspended_at IS NOT NULL THEN 'SUSPENDED'
                                             WHEN a.since > :now THEN 'SCHEDULED'
                                             ELSE 'ACTIVE' END AS status) s
             WHERE a.firm_id = :firm""";
    /** Whose time is over, but the timer has not come by: few, looked up before the list is. */
    private static final String OVER = """
            id = ANY(ARRAY(SELECT o.id FROM assignment o
                            WHERE o.firm_id = :firm AND o.ended_at IS NULL AND o.until IS NOT NULL AND o.until <= :now))""";
    /** Materialized, so that the actors are found by their key: a cast in the join would make row security read all users. */
    private static final String HISTORY = """
            WITH c AS MATERIALIZED (
                SELECT version, change, actor, recorded_at, reason,
                       CASE WHEN actor NOT LIKE 'service:%' THEN CAST(actor AS uuid) END AS actor_id,
                       CAST(before AS text) AS before, CAST(after AS text) AS after
                  FROM assignment_change WHERE firm_id = :firm AND assignment_id = :assignment)
            SELECT c.version, c.change, c.actor, u.name AS actor_name, c.recorded_at, c.reason, c.before, c.after
              FROM c LEFT JOIN portal_user u ON u.id = c.actor_id""";

    private final FirmSql sql;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcAssignmentDirectory(FirmSql sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Versioned<AssignmentView>> byId(AssignmentId id) {
        return sql.sql(VIEWS + " AND a.id = :id")
                .bind("id", id.value())
                .bind("now", clock.instant())
                .one(row -> new Versioned<>(view(row), row.get("version", Long.class)));
    }

    @Override
    public Mono<Page<AssignmentView>> page(AssignmentFilter filter, ListQuery query) {
        return withStatus(filter.status())
                .filter("role", filter.role())
                .filter("user_id", filter.user())
                .sortable("userName", "name", String.class)
                .sortable("since", "since", Instant.class)
                .searchable(WORDS)
                .orderedBy("userName")
                .page(query, R2dbcAssignmentDirectory::view);
    }

    private Listing withStatus(@Nullable AssignmentStatus status) {
        var listing = Listing.of(sql, VIEWS).bind("now", clock.instant());
        return status == null ? listing : listing.either(conditionsOf(status));
    }

    /** Said of the columns and not of the status: there are indexes of these for the few among many. */
    static String[] conditionsOf(AssignmentStatus status) {
        return switch (status) {
            case ENDED -> new String[] {"gone_at IS NOT NULL", OVER};
            case SUSPENDED ->
                new String[] {"gone_at IS NULL AND suspended_at IS NOT NULL AND (until IS NULL OR until > :now)"};
            case SCHEDULED ->
                new String[] {"gone_at IS NULL AND suspended_at IS NULL AND NOT started AND since > :now"};
            case ACTIVE ->
                new String[] {
                    "gone_at IS NULL AND suspended_at IS NULL AND since <= :now AND (until IS NULL OR until > :now)"
                };
        };
    }

    @Override
    public Mono<Page<AssignmentChange>> history(AssignmentId id, ListQuery query) {
        return Listing.of(sql, HISTORY)
                .bind("assignment", id.value())
                .identifiedBy("version", Long.class)
                .orderedBy("version")
                .page(query, this::change);
    }

    private AssignmentChange change(Row row) {
        var before = row.get("before", String.class);
        return new AssignmentChange(
                row.get("version", Long.class),
                Change.valueOf(row.get("change", String.class)),
                row.get("actor", String.class),
                row.get("actor_name", String.class),
                row.get("recorded_at", Instant.class),
                row.get("reason", String.class),
                before == null ? null : json.readValue(before, Snapshot.class),
                json.readValue(row.get("after", String.class), Snapshot.class));
    }

    private static AssignmentView view(Row row) {
        return new AssignmentView(
                row.get("id", UUID.class),
                row.get("firm_id", UUID.class),
                row.get("user_id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Role.valueOf(row.get("role", String.class)),
                AccessLevel.valueOf(row.get("access_level", String.class)),
                row.get("owner_id", UUID.class),
                row.get("tenant_id", UUID.class),
                row.get("is_primary", Boolean.class),
                row.get("accepted", Boolean.class),
                AssignmentStatus.valueOf(row.get("status", String.class)),
                row.get("since", Instant.class),
                row.get("until", Instant.class),
                row.get("since", Instant.class),
                row.get("ended_at", Instant.class));
    }
}
