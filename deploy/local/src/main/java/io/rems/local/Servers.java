package io.rems.local;

import io.rems.embedded.Databases;
import io.rems.embedded.KafkaBroker;
import io.rems.embedded.PostgresServer;
import io.rems.embedded.ServerFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** PostgreSQL and Kafka of a stack. */
final class Servers {

    private static final String SUPERUSER_PASSWORD = "postgres";

    private final StackOptions options;
    private final Secrets secrets;
    private final RunningParts parts;
    private final Progress progress;
    private final boolean durable;

    /** @param durable false for data that is thrown away */
    Servers(StackOptions options, Secrets secrets, RunningParts parts, Progress progress, boolean durable) {
        this.options = options;
        this.secrets = secrets;
        this.parts = parts;
        this.progress = progress;
        this.durable = durable;
    }

    /** Both at once; the databases and roles of all services exist afterwards. */
    void start(AppSettings settings) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var kafka = CompletableFuture.runAsync(this::startKafka, threads);
            var postgres = CompletableFuture.runAsync(() -> startPostgres(settings), threads);
            CompletableFuture.allOf(kafka, postgres).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("" + e.getCause(), e);
        }
    }

    private void startPostgres(AppSettings settings) {
        var begin = System.nanoTime();
        var folder = options.folder();
        try {
            var server = PostgresServer.start(new PostgresServer.Options(
                    folder.postgresPrograms(),
                    folder.postgresData(),
                    folder.log(StackPorts.POSTGRES),
                    options.ports().postgres(),
                    secrets.get(SUPERUSER_PASSWORD),
                    durable));
            server.process()
                    .ifPresent(process -> parts.add(Part.of(
                            StackPorts.POSTGRES,
                            PostgresServer.HOST + ":" + server.port(),
                            process,
                            folder.postgresData().toString())));
            try (var connection = server.connect("postgres")) {
                for (var app : App.values()) {
                    if (app.hasDatabase()) {
                        Databases.create(connection, settings.database(app));
                    }
                }
            }
            progress.say("PostgreSQL is ready (%s)".formatted(Progress.seconds(Progress.since(begin))));
        } catch (ServerFailure | SQLException e) {
            throw new StackFailure("""
                    %s

                    If the data folder %s is damaged, put back a copy of it, or begin anew with ./rems up --fresh (which \
                    deletes all local data).""".formatted(e.getMessage(), folder.postgresData()), e);
        }
    }

    Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + PostgresServer.HOST + ":"
                        + options.ports().postgres() + "/" + database,
                PostgresServer.SUPERUSER,
                secrets.get(SUPERUSER_PASSWORD));
    }

    private void startKafka() {
        var begin = System.nanoTime();
        var folder = options.folder();
        try {
            var broker = KafkaBroker.start(new KafkaBroker.Options(
                    folder.kafkaData(),
                    folder.log(StackPorts.KAFKA),
                    options.ports().kafka(),
                    false,
                    List.of(marker(folder))));
            parts.add(Part.of(StackPorts.KAFKA, broker.bootstrapServers(), broker.process(), marker(folder)));
            progress.say("Kafka is ready (%s)".formatted(Progress.seconds(Progress.since(begin))));
        } catch (ServerFailure e) {
            throw new StackFailure("""
                    %s

                    If the data folder %s is damaged, put back a copy of it together with PostgreSQL's, or begin anew with \
                    ./rems up --fresh (which deletes all local data).""".formatted(e.getMessage(), folder.kafkaData()), e);
        }
    }

    static String marker(StackFolder folder) {
        return "-Drems.home=" + folder.home();
    }
}
