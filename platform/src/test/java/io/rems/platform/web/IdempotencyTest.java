package io.rems.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.work.DueWorkRunner;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
@Import({ProbeController.class, NoteController.class})
class IdempotencyTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    @Autowired
    private IdempotencyKeys keys;

    @Autowired
    private DueWorkRunner works;

    private final FirmId firm = TestCallers.newFirm();
    private final Caller caller = TestCallers.accountant(firm);
    private final String key = Identifiers.next().toString();

    @Test
    void theSameCommandIsCarriedOutOnceAndAnsweredTwice() throws SQLException {
        var first = body(add("milk").expectStatus().isCreated());

        var second = add("milk");

        second.expectStatus().isCreated().expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        second.expectHeader().valueEquals(HttpHeaders.LOCATION, "/notes/" + first.get("id"));
        second.expectHeader().valueEquals(Answer.REPLAYED, "true");
        assertThat(body(second)).isEqualTo(first);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void anotherCommandUnderTheSameKeyIsRefused() throws SQLException {
        add("milk").expectStatus().isCreated();

        assertThat(code(add("bread"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(post(caller, "/notes/paid", Map.of("text", "milk")), 422))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aKeyIsTheCallersOwn() throws SQLException {
        add("milk").expectStatus().isCreated();

        post(TestCallers.accountant(firm), "/notes", Map.of("text", "bread"))
                .expectStatus()
                .isCreated();
        post(TestCallers.accountant(TestCallers.newFirm()), "/notes", Map.of("text", "salt"))
                .expectStatus()
                .isCreated();

        assertThat(notes()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "unwell"})
    void whatIsRefusedLeavesNothingAndMayBeTriedAgain(String text) throws SQLException {
        int status = text.equals("refused") ? 403 : 409;

        add(text).expectStatus().isEqualTo(status).expectHeader().doesNotExist(HttpHeaders.LOCATION);
        add(text).expectStatus().isEqualTo(status).expectHeader().doesNotExist(Answer.REPLAYED);

        assertThat(notes()).isZero();
        add("milk").expectStatus().isCreated();
    }

    @Test
    void whatADeadlockEndedIsCarriedOutAnewAsAWhole() throws SQLException {
        NoteController.DEADLOCKS.set(2);

        var answer = add("contended");

        answer.expectStatus().isCreated().expectHeader().doesNotExist(HttpHeaders.RETRY_AFTER);
        answer.expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
        var id = body(answer).get("id");
        assertThat(notes()).isEqualTo(1);
        assertThat(body(add("contended")).get("id")).isEqualTo(id);
    }

    @Test
    void whatADeadlockEndsAgainAndAgainIsAnsweredAsUnavailableAndMayBeTriedAgain() throws SQLException {
        NoteController.DEADLOCKS.set(5);

        var answer = add("contended");

        answer.expectStatus().isEqualTo(503).expectHeader().exists(HttpHeaders.RETRY_AFTER);
        assertThat(notes()).isZero();
        assertThat(NoteController.DEADLOCKS).hasValue(0);
        add("contended").expectStatus().isCreated();
    }

    @Test
    void whileACommandIsInFlightAnotherWaits() throws Exception {
        var gate = new CountDownLatch(1);
        NoteController.gate = gate;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(() -> add("slow").returnResult().getStatus().value());
            Awaitility.await().atMost(BOUND).until(this::isClaimed);

            var second = add("slow");

            second.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
            assertThat(code(second, 409)).isEqualTo("IDEMPOTENCY_IN_FLIGHT");
            gate.countDown();
            assertThat(first.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo(201);
        }
        add("slow").expectStatus().isCreated().expectHeader().valueEquals(Answer.REPLAYED, "true");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws SQLException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = IntStream.range(0, 12)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> add("milk").returnResult().getStatus().value(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void whatItsHolderLeftBehindIsTakenOverWhenTheLeaseIsOver() throws SQLException {
        claimByOneThatDies();
        assertThat(code(add("milk"), 409)).isEqualTo("IDEMPOTENCY_IN_FLIGHT");

        change("leased_until = now() - interval '1 second'");

        assertThat(code(add("bread"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        add("milk").expectStatus().isCreated();
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aCommandIsCarriedOutEvenIfItsClientGoesAway() throws Exception {
        var gate = new CountDownLatch(1);
        NoteController.gate = gate;
        var impatient = http.as(caller)
                .client()
                .mutate()
                .responseTimeout(Duration.ofSeconds(1))
                .build()
                .post()
                .uri("/notes")
                .header(IdempotencyFilter.KEY, key)
                .bodyValue(Map.of("text", "slow"));
        assertThatThrownBy(impatient::exchange).hasMessageContaining("Timeout");
        assertThat(isClaimed()).isTrue();

        gate.countDown();

        Awaitility.await().atMost(BOUND).until(() -> !isClaimed());
        add("slow").expectStatus().isCreated().expectHeader().valueEquals(Answer.REPLAYED, "true");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void whoLostTheKeyMeanwhileIsRolledBack() throws Exception {
        var gate = new CountDownLatch(1);
        NoteController.gate = gate;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(() -> add("slow").returnResult().getStatus().value());
            Awaitility.await().atMost(BOUND).until(this::isClaimed);

            change("holder = gen_random_uuid()");
            gate.countDown();

            assertThat(first.get(BOUND.toSeconds(), TimeUnit.SECONDS)).isEqualTo(409);
        }
        assertThat(notes()).isZero();
    }

    @Test
    void afterADayAKeyIsForgotten() throws SQLException {
        add("milk").expectStatus().isCreated();
        change("expires_at = now() - interval '1 second'");
        add("bread").expectStatus().isCreated();
        change("expires_at = now() - interval '1 second'");

        works.runOnce(new IdempotencyAutoConfiguration().forgetIdempotencyKeys(keys))
                .block(BOUND);

        assertThat(count("SELECT count(*) FROM idempotency")).isZero();
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void whereMoneyMovesAKeyIsRequired() throws SQLException {
        assertThat(code(http.as(caller).post("/notes/paid", Map.of()), 400)).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        post(caller, "/notes/paid", Map.of()).expectStatus().isNoContent();
        post(caller, "/notes/paid", Map.of()).expectStatus().isNoContent();

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void workInTransactionsOfItsOwnIsAnsweredTwiceToo() throws SQLException {
        post(caller, "/notes/spread", Map.of()).expectStatus().isOk();
        post(caller, "/notes/spread", Map.of())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(Answer.REPLAYED, "true");

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void thePlatformsOperatorHasKeysToo() {
        var operator = TestCallers.platformAdministrator();

        post(operator, "/notes/platform", Map.of()).expectStatus().isOk();
        var second = post(operator, "/notes/platform", Map.of());

        second.expectHeader().valueEquals(Answer.REPLAYED, "true");
        second.expectBody(String.class).isEqualTo("counted");
    }

    @Test
    void aFileIsReadOnceMoreByTheHandler() throws SQLException {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource("contents".getBytes()) {
            @Override
            public String getFilename() {
                return "plan.pdf";
            }
        });

        http.as(caller)
                .client()
                .post()
                .uri("/notes/uploads")
                .header(IdempotencyFilter.KEY, key)
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("plan.pdf");

        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void theSameFormIsAnsweredTwiceWhateverItsBoundary() throws SQLException {
        upload("one", "contents").expectHeader().doesNotExist(Answer.REPLAYED);

        upload("two", "contents")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(Answer.REPLAYED, "true")
                .expectBody(String.class)
                .isEqualTo("plan.pdf");

        assertThat(notes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"see --two and --one", " --two", "\r\n--three\r\n\r\n", "\n--one\r\n", "\r\n-- two"})
    void whatOnlyLooksLikeABoundaryIsPartOfAFile(String contents) throws SQLException {
        upload("one", contents).expectStatus().isOk();

        upload("two", contents).expectStatus().isOk().expectHeader().valueEquals(Answer.REPLAYED, "true");
        assertThat(code(upload("two", contents + " "), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void anotherFormUnderTheSameKeyIsRefused() throws SQLException {
        upload("one", "contents").expectStatus().isOk();

        assertThat(code(upload("one", "Contents"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(upload("two", "contents", "more"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(upload("two", "content", "s"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(sent("multipart/form-data;boundary=two", "\r\n" + form("two", "contents")), 422))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(code(sent("multipart/form-data;boundary=two", form("one", "contents")), 422))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aFileThatLooksLikeAFormIsNotThatForm() {
        var nested = "contents\r\n--two\r\n" + head() + "more";
        upload("one", nested).expectStatus().isOk();

        assertThat(code(upload("two", "contents", "more"), 422)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private ResponseSpec upload(String boundary, String... files) {
        return sent("multipart/form-data; boundary=\"" + boundary + "\"", form(boundary, files));
    }

    private static String form(String boundary, String... files) {
        return Arrays.stream(files)
                        .map(file -> "--" + boundary + "\r\n" + head() + file + "\r\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\r\n";
    }

    private static String head() {
        return "Content-Disposition: form-data; name=\"file\"; filename=\"plan.pdf\"\r\n\r\n";
    }

    private ResponseSpec sent(String contentType, String body) {
        return http.as(caller)
                .client()
                .post()
                .uri("/notes/uploads")
                .header(IdempotencyFilter.KEY, key)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    @Test
    void aCommandThatIsTooLargeIsToldSo() {
        assertThat(code(add("a".repeat(2_100_000)), 413)).isEqualTo("TOO_LARGE");
    }

    private ResponseSpec add(String text) {
        return post(caller, "/notes", Map.of("text", text));
    }

    private ResponseSpec post(Caller who, String path, Object body) {
        return http.as(who).send(HttpMethod.POST, path, body, Map.of(IdempotencyFilter.KEY, key));
    }

    private void claimByOneThatDies() {
        var firmsNote = "{\"text\":\"milk\"}".getBytes();
        var command = new Command(caller.actor().id(), key, "POST /notes", Command.hash(firmsNote));
        assertThat(keys.claim(command)
                        .contextWrite(context -> CurrentCaller.with(context, caller))
                        .block(BOUND))
                .isInstanceOf(Claim.Granted.class);
    }

    private boolean isClaimed() throws SQLException {
        return count("SELECT count(*) FROM idempotency WHERE status IS NULL") == 1;
    }

    private int notes() throws SQLException {
        return count("SELECT count(*) FROM note");
    }

    private int count(String query) throws SQLException {
        try (var connection = database.asApp(firm);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void change(String assignment) throws SQLException {
        try (var connection = database.asApp(firm);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE idempotency SET " + assignment))
                    .isEqualTo(1);
        }
    }

    private static Map<?, ?> body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
    }

    private static Object code(ResponseSpec response, int status) {
        response.expectStatus().isEqualTo(status);
        return Objects.requireNonNull(body(response).get("code"));
    }
}
