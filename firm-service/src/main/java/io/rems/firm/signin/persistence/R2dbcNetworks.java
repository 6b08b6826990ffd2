package io.rems.firm.signin.persistence;

import io.r2dbc.spi.Row;
import io.rems.firm.signin.Networks;
import io.rems.firm.signin.domain.Network;
import io.rems.firm.signin.domain.NetworkFailures;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcNetworks implements Networks {
    private final FirmSql sql;

    R2dbcNetworks(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<NetworkFailures> failuresOf(Network network, Instant now) {
        return sql.sql("SELECT failures, last_at FROM sign_in_network WHERE network = :network")
                .bind("network", network.key())
                .one(R2dbcNetworks::failures)
                .defaultIfEmpty(NetworkFailures.none(now));
    }

    /** Writes in any case: only a row that is there can be locked. */
    @Override
    public Mono<NetworkFailures> lockedFailuresOf(Network network, Instant now) {
        return sql.sql("""
                        INSERT INTO sign_in_network AS n (network, failures, last_at) VALUES (:network, 0, :now)
                        ON CONFLICT (network) DO UPDATE SET failures = n.failures
                        RETURNING failures, last_at""").bind("network", network.key()).bind("now", now).one(R2dbcNetworks::failures);
    }

    @Override
    public Mono<Void> remember(Network network, NetworkFailures failures) {
        return sql.sql("UPDATE sign_in_network SET failures = :failures, last_at = :lastAt WHERE network = :network")
                .bind("failures", failures.count())
                .bind("lastAt", failures.lastAt())
                .bind("network", network.key())
                .update()
                .then();
    }

    @Override
    public Mono<Void> dropOlderThan(Instant time) {
        return sql.sql("""
                        DELETE FROM sign_in_network WHERE network IN (
                            SELECT network FROM sign_in_network WHERE last_at < :time
                             ORDER BY last_at LIMIT 10 FOR UPDATE SKIP LOCKED)""").bind("time", time).update().then();
    }

    private static NetworkFailures failures(Row row) {
        return new NetworkFailures(row.get("failures", Integer.class), row.get("last_at", Instant.class));
    }
}
