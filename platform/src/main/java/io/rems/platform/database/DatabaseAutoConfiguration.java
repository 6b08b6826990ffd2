package io.rems.platform.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

/** Migrates the database, opens a pool for each role and offers {@link Transactions} and {@link FirmSql}. */
@AutoConfiguration
@ConditionalOnClass(PostgresqlConnectionFactory.class)
@ConditionalOnProperty("rems.database.name")
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseAutoConfiguration {
    private static final Duration IDLE = Duration.ofMinutes(10);

    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        return LoopResources.create("postgres", 1, Runtime.getRuntime().availableProcessors(), true, false);
    }

    @Bean
    Migrations migrations(DatabaseSettings settings) {
        Migrations migrations = new Migrations(settings);
        migrations.run();
        return migrations;
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool firmConnections(
            DatabaseSettings settings, LoopResources databaseLoops, MeterRegistry meters, Migrations migrated) {
        return pool(
                "firms",
                settings,
                settings.appRole(),
                settings.appPassword(),
                settings.poolSize(),
                databaseLoops,
                meters);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool workerConnections(
            DatabaseSettings settings, LoopResources databaseLoops, MeterRegistry meters, Migrations migrated) {
        return pool(
                "across-firms",
                settings,
                settings.workerRole(),
                settings.workerPassword(),
                settings.workerPoolSize(),
                databaseLoops,
                meters);
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool firmConnections, ConnectionPool workerConnections) {
        return DatabaseClient.create(new ScopedConnectionFactory(firmConnections, workerConnections));
    }

    @Bean
    Transactions transactions(DatabaseClient databaseClient) {
        var manager = new R2dbcTransactionManager(databaseClient.getConnectionFactory());
        return new Transactions(TransactionalOperator.create(manager), databaseClient);
    }

    @Bean
    FirmSql firmSql(DatabaseClient databaseClient, Transactions transactions) {
        return new FirmSql(databaseClient, transactions);
    }

    @Bean
    ReactiveHealthIndicator databaseHealthIndicator(Transactions transactions, FirmSql sql) {
        return new DatabaseHealth(transactions, sql);
    }

    private static ConnectionPool pool(
            String name,
            DatabaseSettings settings,
            String role,
            String password,
            int size,
            LoopResources loops,
            MeterRegistry meters) {
        var connections = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(role)
                .password(password)
                .applicationName("rems " + name)
                .loopResources(loops)
                .preparedStatementCacheQueries(256)
                .statementTimeout(settings.statementTimeout())
                .lockWaitTimeout(settings.lockTimeout())
                .options(Map.of(
                        "idle_in_transaction_session_timeout",
                        String.valueOf(settings.idleTransactionTimeout().toMillis())))
                .build());
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxIdleTime(IDLE)
                .maxAcquireTime(settings.acquireTimeout())
                .build());
        pool.getMetrics().ifPresent(metrics -> {
            Gauge.builder("rems.database.connections", metrics, m -> m.acquiredSize())
                    .tag("pool", name)
                    .tag("state", "busy")
                    .register(meters);
            Gauge.builder("rems.database.connections", metrics, m -> m.idleSize())
                    .tag("pool", name)
                    .tag("state", "idle")
                    .register(meters);
            Gauge.builder("rems.database.connections.waiting", metrics, m -> m.pendingAcquireSize())
                    .tag("pool", name)
                    .register(meters);
        });
        return pool;
    }
}
