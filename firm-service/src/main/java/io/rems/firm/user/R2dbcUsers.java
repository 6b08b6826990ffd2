package io.rems.firm.user;

import io.r2dbc.spi.Row;
import io.rems.firm.lookalike.Look;
import io.rems.firm.lookalike.Lookalikes;
import io.rems.firm.lookalike.Lookalikes.Kind;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The logins in the database, for work across firms. */
@Repository
class R2dbcUsers implements Users {
    private static final String USERS = """
            SELECT id, email, name, phone, language, status, platform_administrator, created_at, version
              FROM portal_user
            """;

    private final FirmSql sql;
    private final Lookalikes lookalikes;

    R2dbcUsers(FirmSql sql, Lookalikes lookalikes) {
        this.sql = sql;
        this.lookalikes = lookalikes;
    }

    /** Fails if the id or the e-mail is somebody's. */
    Mono<Void> add(PortalUser user) {
        return insert(user, "").then(claimLook(user));
    }

    @Override
    public Mono<Boolean> enrol(PortalUser user) {
        return insert(user, " ON CONFLICT (email_key) DO NOTHING")
                .flatMap(rows -> rows == 1 ? claimLook(user).thenReturn(true) : Mono.just(false));
    }

    private Mono<Void> claimLook(PortalUser user) {
        return lookalikes.claim(Kind.EMAIL, Look.ofEmail(user.email().written()), user.id());
    }

    private Mono<Long> insert(PortalUser user, String otherwise) {
        return sql.sql("""
                        INSERT INTO portal_user (id, email, email_key, name, phone, language, status,
                                                 platform_administrator, created_at, version)
                        VALUES (:id, :email, :key, :name, :phone, :language, :status,
                                :administrator, :createdAt, :version)""" + otherwise)
                .bind("id", user.id())
                .bind("email", user.email().written())
                .bind("key", user.email().key())
                .bind("name", user.name())
                .bindNullable("phone", user.phone(), String.class)
                .bind("language", user.language().tag())
                .bind("status", user.status().name())
                .bind("administrator", user.platformAdministrator())
                .bind("createdAt", user.createdAt())
                .bind("version", user.version())
                .update();
    }

    @Override
    public Mono<PortalUser> change(PortalUser user) {
        return sql.sql("""
                        UPDATE portal_user SET email = :email, email_key = :key, name = :name, phone = :phone,
                                               language = :language, status = :status, version = version + 1,
                               enabled_as = CASE WHEN :status <> 'DISABLED' THEN NULL
                                                 WHEN status <> 'DISABLED' THEN status ELSE enabled_as END
                         WHERE id = :id AND version = :version""")
                .bind("email", user.email().written())
                .bind("key", user.email().key())
                .bind("name", user.name())
                .bindNullable("phone", user.phone(), String.class)
                .bind("language", user.language().tag())
                .bind("status", user.status().name())
                .bind("id", user.id())
                .bind("version", user.version())
                .update()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then(claimLook(user))
                .thenReturn(user.withVersion(user.version() + 1));
    }

    @Override
    public Mono<UserStatus> statusBeforeDisabling(UUID id) {
        return sql.sql("SELECT coalesce(enabled_as, 'ACTIVE') AS status FROM portal_user WHERE id = :id")
                .bind("id", id)
                .one(row -> UserStatus.valueOf(row.get("status", String.class)));
    }

    @Override
    public Mono<Integer> lockAdministrators() {
        return sql.sql("""
                        SELECT id FROM portal_user WHERE platform_administrator AND status = 'ACTIVE'
                         ORDER BY id FOR UPDATE""").list(row -> row.get("id", UUID.class)).map(List::size);
    }

    @Override
    public Mono<Void> setPassword(UUID user, String hash, Instant at) {
        return sql.sql("""
                        INSERT INTO credential (user_id, password_hash, changed_at) VALUES (:user, :hash, :at)
                        ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = :at""")
                .bind("user", user)
                .bind("hash", hash)
                .bind("at", at)
                .update()
                .then();
    }

    @Override
    public Mono<Void> clearPassword(UUID user) {
        return sql.sql("DELETE FROM credential WHERE user_id = :user")
                .bind("user", user)
                .update()
                .then();
    }

    @Override
    public Mono<PortalUser> byId(UUID id) {
        return sql.sql(USERS + " WHERE id = :id").bind("id", id).one(R2dbcUsers::user);
    }

    @Override
    public Mono<PortalUser> byEmail(String emailKey) {
        return sql.sql(USERS + " WHERE email_key = :key").bind("key", emailKey).one(R2dbcUsers::user);
    }

    @Override
    public Mono<List<String>> wordsOf(PortalUser user) {
        return sql.sql("""
                        SELECT f.name FROM assignment a JOIN firm f ON f.firm_id = a.firm_id
                         WHERE a.user_id = :user AND a.ended_at IS NULL""")
                .bind("user", user.id())
                .list(row -> row.get("name", String.class))
                .map(firms ->
                        Stream.concat(user.ownWords().stream(), firms.stream()).toList());
    }

    @Override
    public Mono<PortalUser> locked(UUID id) {
        return sql.sql(USERS + " WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .one(R2dbcUsers::user)
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)));
    }

    Mono<Boolean> haveAdministrator() {
        return sql.sql("SELECT EXISTS (SELECT FROM portal_user WHERE platform_administrator) AS found")
                .one(row -> row.get("found", Boolean.class));
    }

    private static PortalUser user(Row row) {
        return new PortalUser(
                row.get("id", UUID.class),
                new EmailAddress(row.get("email", String.class)),
                row.get("name", String.class),
                row.get("phone", String.class),
                Language.ofTag(row.get("language", String.class)),
                UserStatus.valueOf(row.get("status", String.class)),
                row.get("platform_administrator", Boolean.class),
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }
}
