package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.assignment.InForce;
import io.rems.firm.settings.Settings;
import io.rems.firm.signin.Candidates;
import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.LoginRules;
import io.rems.platform.database.FirmSql;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcCandidates implements Candidates {
    private static final String CANDIDATES = """
            SELECT u.id, u.email_key, u.version, u.status = 'ACTIVE' AS active, c.password_hash
              FROM portal_user u LEFT JOIN credential c ON c.user_id = u.id
            """;

    private final FirmSql sql;
    private final Clock clock;

    R2dbcCandidates(FirmSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Mono<Candidate> byEmail(String emailKey) {
        return sql.sql(CANDIDATES + " WHERE u.email_key = :key")
                .bind("key", emailKey)
                .one(R2dbcCandidates::candidate)
                .defaultIfEmpty(Candidate.NOBODY);
    }

    @Override
    public Mono<Known> byId(UUID user) {
        return sql.sql(CANDIDATES + " WHERE u.id = :user")
                .bind("user", user)
                .one(row -> new Known(row.get("email_key", String.class), candidate(row)));
    }

    @Override
    public Mono<Boolean> isColleague(UUID user) {
        return sql.sql("SELECT a.id FROM assignment a WHERE a.firm_id = :firm AND a.user_id = :user AND "
                        + InForce.BINDS_AT_NOW)
                .bind("user", user)
                .bind("now", clock.instant())
                .one(row -> row.get("id", UUID.class))
                .hasElement();
    }

    @Override
    public Mono<Void> replaceHash(UUID user, String seen, String stronger) {
        return sql.sql(
                        "UPDATE credential SET password_hash = :stronger WHERE user_id = :user AND password_hash = :seen")
                .bind("stronger", stronger)
                .bind("user", user)
                .bind("seen", seen)
                .update()
                .then();
    }

    @Override
    public Mono<LoginRules> rulesFor(Candidate candidate) {
        return sql.sql("""
                        SELECT max(s.value) FILTER (WHERE s.key = :attempts) AS attempts,
                               max(s.value) FILTER (WHERE s.key = :lockout) AS lockout
                          FROM assignment a
                          LEFT JOIN firm_setting s ON s.firm_id = a.firm_id AND s.key IN (:attempts, :lockout)
                         WHERE a.user_id = :user AND %s
                         GROUP BY a.firm_id""".formatted(InForce.BINDS_AT_NOW))
                .bind("now", clock.instant())
                .bind("attempts", Settings.MAX_LOGIN_ATTEMPTS.key())
                .bind("lockout", Settings.LOCKOUT.key())
                .bind("user", candidate.user())
                .list(row -> rules(row.get("attempts", String.class), row.get("lockout", String.class)))
                .map(firms -> LoginRules.strictest(firms).orElseGet(() -> rules(null, null)));
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.get("id", UUID.class),
                row.get("version", Long.class),
                row.get("active", Boolean.class),
                row.get("password_hash", String.class));
    }

    private static LoginRules rules(@Nullable String attempts, @Nullable String lockout) {
        return new LoginRules(Settings.MAX_LOGIN_ATTEMPTS.valueOf(attempts), Settings.LOCKOUT.valueOf(lockout));
    }
}
