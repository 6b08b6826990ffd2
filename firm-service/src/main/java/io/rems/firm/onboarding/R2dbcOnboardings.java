package io.rems.firm.onboarding;

import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Onboardings by the key of their command, which means the same for as long as answers are kept. */
@Repository
class R2dbcOnboardings {
    private static final Duration KEPT = Duration.ofHours(24);

    private final FirmSql sql;

    R2dbcOnboardings(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Onboarding> of(Actor actor, String key, Instant now) {
        return sql.sql("""
                        SELECT firm, assignment, version FROM onboarding
                         WHERE actor = :actor AND key = :key AND done_at > :since""")
                .bind("actor", actor.id())
                .bind("key", key)
                .bind("since", now.minus(KEPT))
                .one(row -> new Onboarding(
                        new FirmId(row.get("firm", UUID.class)),
                        row.get("assignment", UUID.class),
                        row.get("version", Long.class)));
    }

    Mono<Void> keep(Onboarding done, Actor actor, String key, Instant now) {
        return sql.sql("""
                        INSERT INTO onboarding (actor, key, firm, assignment, version, done_at)
                        VALUES (:actor, :key, :firm, :assignment, :version, :now)
                        ON CONFLICT (actor, key) DO UPDATE
                        SET firm = excluded.firm, assignment = excluded.assignment, version = excluded.version,
                            done_at = excluded.done_at""")
                .bind("actor", actor.id())
                .bind("key", key)
                .bind("firm", done.firm().value())
                .bind("assignment", done.assignment())
                .bind("version", done.version())
                .bind("now", now)
                .update()
                .then();
    }
}
