package io.rems.approval.delegation.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.Delegations;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDelegations implements Delegations {

    private static final String TAKE_TURN = """
            INSERT INTO delegation_turn (firm_id, taken_at) VALUES (:firm, :now)
            ON CONFLICT (firm_id) DO UPDATE SET taken_at = excluded.taken_at""";

    private static final String ADD = """
            INSERT INTO delegation (firm_id, id, owner_id, delegate_id, from_day, until_day, most_minor, currency, properties,
                                    categories, reason, granted_by, granted_at, due_at)
            VALUES (:firm, :id, :owner, :delegate, :from, :until, :most, :currency, :properties,
                    :categories, :reason, :by, :at, :due_at)""";

    private static final String SAVE = """
            UPDATE delegation
               SET ended_because = :because, ended_at = :at, ended_by = :by, end_reason = :reason, due_at = NULL,
                   version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final String WAIT = """
            UPDATE delegation SET due_at = :due_at WHERE firm_id = :firm AND id = :id""";

    private static final String ALL = "SELECT " + DelegationRow.COLUMNS + " FROM delegation d WHERE d.firm_id = :firm";

    private static final String RUNNING =
            "SELECT d.id FROM delegation d WHERE d.firm_id = :firm AND d.ended_at IS NULL ";

    private static final String RUNNING_OR_LEFT_BEHIND = """
            SELECT d.id FROM delegation d
             WHERE d.firm_id = :firm AND d.owner_id = :owner
               AND (d.ended_at IS NULL OR (d.ended_because = 'OWNERSHIP_ENDED' AND d.ended_at >= :since))
             ORDER BY d.id""";

    private static final String RUNNING_ABOUT = RUNNING + """
             AND d.owner_id = ANY (:owners) AND (d.properties IS NULL OR :property = ANY (d.properties)) ORDER BY d.id""";

    /** Backwards from the person, through those who act as an owner. */
    private static final String TOWARDS = """
            WITH RECURSIVE asked AS (
                SELECT max(requested_at) AS since FROM approval_request WHERE firm_id = :firm AND expense_id = :expense),
            ways AS (
                SELECT d.id, d.owner_id, 1 AS steps
                  FROM delegation d, asked
                 WHERE d.firm_id = :firm AND d.delegate_id = :person AND (d.ended_at IS NULL OR d.ended_at >= asked.since)
                UNION
                SELECT d.id, d.owner_id, w.steps + 1
                  FROM ways w
                  JOIN portal_user u ON u.firm_id = :firm AND u.owner_id = w.owner_id AND u.status <> 'ENDED'
                  JOIN delegation d ON d.firm_id = :firm AND d.delegate_id = u.user_id
                  CROSS JOIN asked
                 WHERE w.steps < 3 AND (d.ended_at IS NULL OR d.ended_at >= asked.since))
            SELECT DISTINCT id FROM ways""";

    /** One step further than a vote goes, so that it can be told that it does not. */
    private static final String FROM = """
            WITH RECURSIVE ways AS (
                SELECT d.id, d.delegate_id, 1 AS steps
                  FROM delegation d
                 WHERE d.firm_id = :firm AND d.owner_id = ANY (:owners) AND (d.ended_at IS NULL OR d.ended_at >= :since)
                UNION
                SELECT d.id, d.delegate_id, w.steps + 1
                  FROM ways w
                  JOIN portal_user u ON u.firm_id = :firm AND u.user_id = w.delegate_id AND u.status <> 'ENDED'
                  JOIN delegation d ON d.firm_id = :firm AND d.owner_id = u.owner_id
                 WHERE w.steps < 4 AND (d.ended_at IS NULL OR d.ended_at >= :since))
            """ + ALL + " AND d.id IN (SELECT id FROM ways)";

    private final FirmSql database;

    R2dbcDelegations(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> takeTurn(Instant now) {
        return database.sql(TAKE_TURN).bind("now", now).update().then();
    }

    @Override
    public Mono<Void> add(Delegation granted, @Nullable Instant dueAt) {
        var limits = granted.limits();
        var most = limits.amount();
        return database.sql(ADD)
                .bind("id", granted.id().value())
                .bind("owner", granted.owner().value())
                .bind("delegate", granted.delegate().value())
                .bind("from", granted.window().from())
                .bindNullable("until", granted.window().until(), LocalDate.class)
                .bindNullable("most", most == null ? null : most.minor(), Long.class)
                .bindNullable("currency", most == null ? null : most.currency().getCurrencyCode(), String.class)
                .bindNullable(
                        "properties",
                        DelegationRow.limit(limits.properties().stream()
                                .map(PropertyId::value)
                                .toList()),
                        UUID[].class)
                .bindNullable("categories", DelegationRow.limit(limits.categories()), UUID[].class)
                .bindNullable("reason", granted.reason(), String.class)
                .bind("by", granted.grantedBy().value())
                .bind("at", granted.grantedAt())
                .bindNullable("due_at", dueAt, Instant.class)
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("delegation", "id")))
                .then();
    }

    @Override
    public Mono<Versioned<Delegation>> hold(DelegationId id) {
        return database.sql(ALL + " AND d.id = :id FOR UPDATE")
                .bind("id", id.value())
                .one(row -> new Versioned<>(DelegationRow.delegation(row), row.get("version", Long.class)));
    }

    @Override
    public Mono<Void> save(Versioned<Delegation> ended) {
        var ending = ended.value().ending();
        if (ending == null) {
            return Mono.error(new IllegalStateException("Nothing of a running delegation changes"));
        }
        var by = ending.by();
        return database.sql(SAVE)
                .bind("id", ended.value().id().value())
                .bind("version", ended.version())
                .bind("because", ending.cause().name())
                .bind("at", ending.at())
                .bindNullable("by", by == null ? null : by.value(), UUID.class)
                .bindNullable("reason", ending.reason(), String.class)
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new StaleVersion()));
    }

    @Override
    public Mono<Void> wait(DelegationId id, @Nullable Instant dueAt) {
        return database.sql(WAIT)
                .bind("id", id.value())
                .bindNullable("due_at", dueAt, Instant.class)
                .update()
                .then();
    }

    @Override
    public Mono<List<Delegation>> running() {
        return database.sql(ALL + " AND d.ended_at IS NULL").list(DelegationRow::delegation);
    }

    @Override
    public Mono<List<DelegationId>> runningOf(OwnerId owner) {
        return database.sql(RUNNING + " AND d.owner_id = :owner ORDER BY d.id")
                .bind("owner", owner.value())
                .list(R2dbcDelegations::id);
    }

    @Override
    public Mono<List<DelegationId>> runningOrLeftBehindOf(OwnerId owner, Instant since) {
        return database.sql(RUNNING_OR_LEFT_BEHIND)
                .bind("owner", owner.value())
                .bind("since", since)
                .list(R2dbcDelegations::id);
    }

    @Override
    public Mono<List<DelegationId>> runningTo(PersonId delegate) {
        return database.sql(RUNNING + " AND d.delegate_id = :delegate ORDER BY d.id")
                .bind("delegate", delegate.value())
                .list(R2dbcDelegations::id);
    }

    @Override
    public Mono<List<DelegationId>> runningAbout(PropertyId property, Collection<OwnerId> owners) {
        return database.sql(RUNNING_ABOUT)
                .bind("property", property.value())
                .bind("owners", owners.stream().map(OwnerId::value).toArray(UUID[]::new))
                .list(R2dbcDelegations::id);
    }

    @Override
    public Mono<List<Delegation>> holdTowards(PersonId person, ExpenseId expense) {
        return database.sql(TOWARDS)
                .bind("person", person.value())
                .bind("expense", expense.value())
                .list(R2dbcDelegations::id)
                .filter(ids -> !ids.isEmpty())
                .flatMap(this::holdShared)
                .defaultIfEmpty(List.of());
    }

    @Override
    public Mono<List<Delegation>> from(Collection<OwnerId> owners, Instant since) {
        return database.sql(FROM)
                .bind("owners", owners.stream().map(OwnerId::value).distinct().toArray(UUID[]::new))
                .bind("since", since)
                .list(DelegationRow::delegation);
    }

    /** What somebody ends meanwhile is waited for, and read as it ended. */
    private Mono<List<Delegation>> holdShared(List<DelegationId> ids) {
        return database.sql(ALL + " AND d.id = ANY (:ids) ORDER BY d.id FOR SHARE")
                .bind("ids", ids.stream().map(DelegationId::value).toArray(UUID[]::new))
                .list(DelegationRow::delegation);
    }

    private static DelegationId id(Row row) {
        return new DelegationId(row.get("id", UUID.class));
    }
}
