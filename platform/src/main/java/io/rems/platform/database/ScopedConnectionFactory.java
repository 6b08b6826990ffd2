package io.rems.platform.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/**
 * Gives a connection of the role that the scope in the Reactor context asks for, and none where there is no scope: code
 * that forgets to open one cannot reach the database at all.
 */
final class ScopedConnectionFactory implements ConnectionFactory {
    private final ConnectionPool firms;
    private final ConnectionPool acrossFirms;

    ScopedConnectionFactory(ConnectionPool firms, ConnectionPool acrossFirms) {
        this.firms = firms;
        this.acrossFirms = acrossFirms;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.deferContextual(context -> {
            Scope scope = context.getOrDefault(Scope.class, null);
            return switch (scope) {
                case null ->
                    Mono.error(
                            new IllegalStateException("No firm scope is open: use Transactions.inFirm or acrossFirms"));
                case Scope.OneFirm _ -> firms.create();
                case Scope.AcrossFirms _ -> acrossFirms.create();
            };
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return firms.getMetadata();
    }
}
