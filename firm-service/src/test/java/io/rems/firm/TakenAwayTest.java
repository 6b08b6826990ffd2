package io.rems.firm;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.OutboxRelay;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What takes access away is told as done only when the gateways can have heard of it. */
@RemsTest
class TakenAwayTest {
    @Autowired
    private RemsHttp http;

    @Autowired
    private OutboxRelay relay;

    private FirmApi api;

    @BeforeEach
    void somebodyAdministers() {
        api = new FirmApi(http);
    }

    @AfterEach
    void relayRuns() {
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void nothingThatTakesAccessAwayIsASuccessBeforeItIsPublished() {
        Map<String, Supplier<ResponseSpec>> commands = commands();
        relay.stop();

        var answers = commands.entrySet().stream()
                .map(command ->
                        Map.entry(command.getKey(), CompletableFuture.supplyAsync(() -> status(command.getValue()))))
                .toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.getValue().join()).as(answer.getKey()).isEqualTo(202));
    }

    @Test
    void onceItIsPublishedTheAnswersAreWhatTheyWere() {
        var statuses = commands().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, command -> status(command.getValue())));

        assertThat(statuses).allSatisfy((_, status) -> assertThat(status).isIn(200, 204));
    }

    /** By name; what they are done to is there already, and of each its own. */
    private Map<String, Supplier<ResponseSpec>> commands() {
        var commands = new LinkedHashMap<String, Supplier<ResponseSpec>>();
        commands.put("end", onAssignment((firm, id) -> api.command(firm, id, "end", 1)));
        commands.put("delete", onAssignment((firm, id) -> api.adminOf(firm).delete("/api/v1/assignments/{id}", 1, id)));
        commands.put("suspend", onAssignment((firm, id) -> api.command(firm, id, "suspension", 1)));
        commands.put(
                "change",
                onAssignment((firm, id) -> api.adminOf(firm)
                        .put(
                                "/api/v1/assignments/{id}",
                                1,
                                Map.of("role", "VIEWER", "accessLevel", "RESTRICTED", "from", api.from(firm, id)),
                                id)));
        commands.put(
                "end by the operator",
                onAssignment((firm, id) -> api.command(
                        api.operator(), "/api/v1/platform/firms/" + firm + "/assignments/" + id + "/end", 1)));
        commands.put("disable", on(api.newUser(), user -> ofPlatform("users/" + user + "/disablement")));
        commands.put("suspend a firm", on(api.newFirm(), firm -> ofPlatform("firms/" + firm + "/suspension")));
        commands.put("close a firm", on(api.newFirm(), firm -> ofPlatform("firms/" + firm + "/closure")));
        commands.put("end a support access", endOfSupportAccess());
        commands.put(
                "sign out",
                on(
                        refreshToken(),
                        token -> http.client()
                                .post()
                                .uri("/api/v1/auth/sign-out")
                                .bodyValue(Map.of("refreshToken", token))
                                .exchange()));
        return commands;
    }

    private interface OfFirm {
        ResponseSpec send(FirmId firm, UUID assignment);
    }

    private Supplier<ResponseSpec> onAssignment(OfFirm command) {
        var firm = api.newFirm();
        var assignment = api.assign(firm, api.newUser(), "ACCOUNTANT");
        return () -> command.send(firm, assignment);
    }

    private Supplier<ResponseSpec> endOfSupportAccess() {
        var firm = api.newFirm();
        var operator = http.as(Caller.platformAdministrator(api.newOperator()));
        var accesses = "/api/v1/platform/firms/" + firm + "/support-accesses";
        var granted = operator.post(accesses, Map.of("reason", "A look", "hours", 1))
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return () -> operator.command(
                accesses + "/" + Objects.requireNonNull(granted).get("id") + "/end");
    }

    private static <T> Supplier<ResponseSpec> on(T target, Function<T, ResponseSpec> command) {
        return () -> command.apply(target);
    }

    private ResponseSpec ofPlatform(String path) {
        return api.operator()
                .send(
                        HttpMethod.POST,
                        "/api/v1/platform/" + path,
                        Map.of("reason", "It is time"),
                        Map.of("If-Match", "\"1\""));
    }

    private String refreshToken() {
        var email = api.emailOf(api.newUser());
        var tokens = http.client()
                .post()
                .uri("/api/v1/auth/login")
                .bodyValue(Map.of("email", email, "password", FirmApi.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(tokens).get("refreshToken"));
    }

    private static int status(Supplier<ResponseSpec> command) {
        return command.get().returnResult(Void.class).getStatus().value();
    }
}
