package io.rems.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's own database. Three roles use it: {@code <name>_owner} migrates and owns the tables, {@code <name>_app}
 * does a firm's work, {@code <name>_worker} does what is meant to span firms.
 *
 * @param poolSize connections for the work of firms
 * @param workerPoolSize connections for the work across firms
 * @param acquireTimeout how long a request waits for a connection
 * @param statementTimeout the server ends a statement that runs longer
 * @param lockTimeout the server ends a statement that waits longer for a lock
 * @param idleTransactionTimeout the server ends a transaction that does nothing for longer
 */
@ConfigurationProperties("rems.database")
public record DatabaseSettings(
        @DefaultValue("localhost") String host,
        @DefaultValue("5432") int port,
        String name,
        String ownerPassword,
        String appPassword,
        String workerPassword,
        @DefaultValue("8") int poolSize,
        @DefaultValue("3") int workerPoolSize,
        @DefaultValue("PT3S") Duration acquireTimeout,
        @DefaultValue("PT5S") Duration statementTimeout,
        @DefaultValue("PT3S") Duration lockTimeout,
        @DefaultValue("PT15S") Duration idleTransactionTimeout) {

    String ownerRole() {
        return name + "_owner";
    }

    String appRole() {
        return name + "_app";
    }

    String workerRole() {
        return name + "_worker";
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }
}
