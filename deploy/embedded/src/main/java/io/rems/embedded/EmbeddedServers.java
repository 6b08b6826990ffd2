package io.rems.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Test servers as child processes; both end with the process that starts them. */
record EmbeddedServers(PostgresServer postgres, KafkaBroker kafka) implements RunningServers {

    static EmbeddedServers start(Path folder) {
        var postgres = CompletableFuture.supplyAsync(() -> PostgresServer.start(postgresOptions(folder)));
        var kafka = KafkaBroker.start(
                new KafkaBroker.Options(folder.resolve("kafka"), folder.resolve("kafka.log"), 0, true, List.of()));
        return new EmbeddedServers(postgres.join(), kafka);
    }

    @Override
    public TestServers addresses() {
        return new TestServers(ServerSource.EMBEDDED, PostgresServer.HOST, postgres.port(), kafka.bootstrapServers());
    }

    @Override
    public void end() {
        kafka.kill();
        postgres.stop();
    }

    private static PostgresServer.Options postgresOptions(Path folder) {
        var programs = Path.of(
                System.getProperty("java.io.tmpdir"), "rems-postgresql-" + System.getProperty("user.name"), "18.6.0");
        return new PostgresServer.Options(
                programs, folder.resolve("postgres"), folder.resolve("postgres.log"), 0, TestServers.PASSWORD, false);
    }
}
