package io.rems.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Test servers as child processes; both end with the process that starts them. */
record EmbeddedServers(PostgresServer postgres, KafkaBroker kafka) implements RunningServers {

    static EmbeddedServers start(Path folder) {
        var postgres =
                CompletableFuture.supplyAsync(() -> PostgresServer.start(PostgresServer.Options.ofTests(folder, 0)));
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
}
