package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.local.App;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Applications die in the middle of a stream of commands; nothing is lost and nothing happens twice. */
@EndToEnd
class CrashTest {

    private static final int COMMANDS = 500;
    private static final int BETWEEN_DEATHS = 100;
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A command, named by its key: a client sends it until it is acknowledged. */
    private record Command(UUID key, Map<String, String> body) {}

    @Test
    void everyCommandIsCarriedOutOnceAndToldOnceWhoeverDies(Suite suite) throws Exception {
        var firm = SampleFirm.empty(suite, "Crash");
        var acknowledged = new ConcurrentHashMap<Command, UUID>();

        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var sent = commands()
                    .map(command -> clients.submit(
                            () -> await().atMost(PATIENCE).until(() -> isAcknowledged(command, firm, acknowledged))))
                    .toList();
            for (var app : List.of(App.OWNERSHIP, App.GATEWAY, App.REPORTING)) {
                var then = acknowledged.size() + BETWEEN_DEATHS;
                await().atMost(PATIENCE).until(() -> acknowledged.size() >= then);
                suite.stack().kill(app);
                suite.stack().restart(app);
            }
            for (var one : sent) {
                one.get();
            }
        }

        var owners = identifiers(firm, "/api/v1/owners", "id");
        assertThat(owners).hasSize(COMMANDS).containsExactlyInAnyOrderElementsOf(acknowledged.values());
        await().atMost(PATIENCE).until(() -> registered(firm).size() >= COMMANDS);
        assertThat(registered(firm)).containsExactlyInAnyOrderElementsOf(owners);
        assertThat(firm.administrator()
                        .get("/api/v1/audit-log/verification")
                        .json()
                        .path("intact"))
                .hasToString("true");
    }

    private static Stream<Command> commands() {
        return IntStream.range(0, COMMANDS)
                .mapToObj(n -> new Command(UUID.randomUUID(), Map.of("name", "Owner " + n, "type", "INDIVIDUAL")));
    }

    /** Sends it once. An answer that promises nothing, or none at all, is no acknowledgement. */
    private static boolean isAcknowledged(Command command, SampleFirm firm, Map<Command, UUID> acknowledged) {
        var call = firm.administrator()
                .call("POST", "/api/v1/owners")
                .with(command.body())
                .with("Idempotency-Key", command.key().toString());
        try {
            var answer = call.send();
            if (answer.status() == 201) {
                acknowledged.put(command, UUID.fromString(answer.id()));
                return true;
            }
            assertThat(answer.code()).as("%s", answer).isIn("SERVICE_UNAVAILABLE", "IDEMPOTENCY_IN_FLIGHT");
            return false;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What the audit log says was registered: an entry for each event that was applied. */
    private static List<UUID> registered(SampleFirm firm) {
        return identifiers(firm, "/api/v1/audit-log?type=rems.ownership.OwnerRegistered.v1", "entity");
    }

    private static List<UUID> identifiers(SampleFirm firm, String list, String field) {
        return firm.administrator().list(list).stream()
                .map(item -> UUID.fromString(item.path(field).asString()))
                .toList();
    }
}
