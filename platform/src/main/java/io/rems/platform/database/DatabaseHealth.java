package io.rems.platform.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Ready means that the database answers. */
final class DatabaseHealth implements ReactiveHealthIndicator {
    private final Transactions transactions;
    private final FirmSql sql;

    DatabaseHealth(Transactions transactions, FirmSql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public Mono<Health> health() {
        return transactions
                .acrossFirms(sql.sql("SELECT 1").one(row -> 1))
                .map(_ -> Health.up().build())
                .onErrorResume(error -> Mono.just(Health.down(error).build()));
    }
}
