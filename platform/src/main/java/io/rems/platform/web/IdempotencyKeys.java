package io.rems.platform.web;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** Keeps who works on which key, and what the answer was. */
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int FIRMS_AT_ONCE = 100;

    private final FirmSql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration lease;

    IdempotencyKeys(FirmSql sql, Transactions transactions, Clock clock, Duration lease) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
    }

    /** In a transaction of its own, so that others see it at once. */
    Mono<Claim> claim(Command command) {
        return transactions.inFirm(taken(command).switchIfEmpty(Mono.defer(() -> existing(command))));
    }

    private Mono<Claim> taken(Command command) {
        var now = clock.instant();
        var holder = Identifiers.next();
        return sql.sql("""
                        INSERT INTO idempotency AS known
                            (firm_id, actor, key, request, body_hash, holder, leased_until, expires_at)
                        VALUES (:firm, :actor, :key, :request, :bodyHash, :holder, :leasedUntil, :expiresAt)
                        ON CONFLICT (firm_id, actor, key) DO UPDATE
                        SET request = excluded.request, body_hash = excluded.body_hash, holder = excluded.holder,
                            leased_until = excluded.leased_until, expires_at = excluded.expires_at,
                            status = NULL, content_type = NULL, location = NULL, etag = NULL, body = NULL
                        WHERE known.expires_at <= :now
                           OR known.status IS NULL AND known.leased_until <= :now
                              AND known.request = excluded.request AND known.body_hash = excluded.body_hash
                        RETURNING holder""")
                .bind("actor", command.actor())
                .bind("key", command.key())
                .bind("request", command.request())
                .bind("bodyHash", command.bodyHash())
                .bind("holder", holder)
                .bind("leasedUntil", now.plus(lease))
                .bind("expiresAt", now.plus(KEPT))
                .bind("now", now)
                .one(_ -> new Claim.Granted(holder));
    }

    private Mono<Claim> existing(Command command) {
        return named("""
                        SELECT request, body_hash, status, content_type, location, etag, body FROM idempotency
                        WHERE firm_id = :firm AND actor = :actor AND key = :key""", command).one(row -> state(row, command)).defaultIfEmpty(new Claim.InFlight());
    }

    private static Claim state(Row row, Command command) {
        if (!command.request().equals(row.get("request", String.class))
                || !command.bodyHash().equals(row.get("body_hash", String.class))) {
            return new Claim.Reused();
        }
        return row.get("status", Integer.class) == null ? new Claim.InFlight() : new Claim.Answered(Answer.of(row));
    }

    /** Fails where the key was taken over, so that the transaction of the command that calls it rolls back. */
    Mono<Void> store(Command command, UUID holder, Answer answer) {
        return named("""
                        UPDATE idempotency
                        SET status = :status, content_type = :contentType, location = :location, etag = :etag, body = :body
                        WHERE firm_id = :firm AND actor = :actor AND key = :key AND holder = :holder AND status IS NULL""", command)
                .bind("holder", holder)
                .bind("status", answer.status())
                .bindNullable("contentType", answer.contentType(), String.class)
                .bindNullable("location", answer.location(), String.class)
                .bindNullable("etag", answer.etag(), String.class)
                .bind("body", answer.body())
                .update()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(inFlight()));
    }

    /** Lets the command be tried again with the same key. */
    Mono<Void> release(Command command, UUID holder) {
        return transactions.inFirm(
                named("""
                        DELETE FROM idempotency
                        WHERE firm_id = :firm AND actor = :actor AND key = :key AND holder = :holder AND status IS NULL""", command).bind("holder", holder).update().then());
    }

    /** Firms with keys that have expired. */
    Mono<List<Due>> expired() {
        return Mono.defer(() -> sql.sql(
                        "SELECT DISTINCT firm_id FROM idempotency WHERE expires_at <= :now LIMIT :firms")
                .bind("now", clock.instant())
                .bind("firms", FIRMS_AT_ONCE)
                .list(row -> Objects.requireNonNull(row.get("firm_id", UUID.class)))
                .map(firms -> firms.stream()
                        .map(firm -> new Due(new FirmId(firm), firm))
                        .toList()));
    }

    Mono<Void> forget() {
        return transactions.inFirm(
                Mono.defer(() -> sql.sql("DELETE FROM idempotency WHERE firm_id = :firm AND expires_at <= :now")
                        .bind("now", clock.instant())
                        .update()
                        .then()));
    }

    private FirmSql.Statement named(String text, Command command) {
        return sql.sql(text).bind("actor", command.actor()).bind("key", command.key());
    }

    static ProblemException inFlight() {
        return new ProblemException(Problem.of(
                        HttpStatus.CONFLICT,
                        "IDEMPOTENCY_IN_FLIGHT",
                        "This command is being carried out. Ask again in a moment with the same key.")
                .withHeader(HttpHeaders.RETRY_AFTER, "1"));
    }
}
