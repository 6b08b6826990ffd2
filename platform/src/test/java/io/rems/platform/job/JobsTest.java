package io.rems.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.web.NoteController;
import io.rems.platform.web.ProbeController;
import io.rems.platform.work.DueWorkRunner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

@RemsTest
@Import({ProbeController.class, NoteController.class})
class JobsTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JobRows rows;

    @Autowired
    private LastingJobs lasting;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DueWorkRunner works;

    private final FirmId firm = TestCallers.newFirm();
    private final Caller caller = TestCallers.accountant(firm);

    @BeforeEach
    void openGate() {
        NoteController.gate = new CountDownLatch(0);
    }

    @Test
    void progressIsShownWhileTheWorkGoesOnAndTheResultAfterwards() {
        var gate = new CountDownLatch(1);
        NoteController.gate = gate;
        var job = start(List.of("milk", " ", "bread"));

        await(job, Map.of("state", "RUNNING", "done", 1, "total", 3));
        gate.countDown();
        await(job, Map.of("state", "SUCCEEDED", "done", 2, "total", 3, "result", Map.of("imported", 3)));

        assertThat(seen(caller, job))
                .containsEntry("errors", List.of(Map.of("field", "line 1", "code", "BLANK", "message", "is blank")))
                .containsKeys("startedAt", "finishedAt");
    }

    @Test
    void whatFailsKeepsWhatWasDoneAndTellsNoSecret() {
        var job = start(List.of("milk", "broken"));

        await(job, Map.of("state", "FAILED", "done", 1));

        assertThat(seen(caller, job).toString()).contains("INTERNAL").doesNotContain("secret");
    }

    @Test
    void changesAreStreamedUntilTheJobIsOver() {
        var job = start(List.of("milk"));

        var states = http.as(caller)
                .client()
                .get()
                .uri(job)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(Map.class)
                .getResponseBody()
                .map(seen -> seen.get("state"))
                .collectList()
                .block(BOUND);

        assertThat(states).last().isEqualTo("SUCCEEDED");
    }

    @Test
    void aJobIsShownToItsStarterAndToTheFirmsAdministratorsOnly() {
        var job = start(List.of("milk"));

        assertThat(seen(TestCallers.admin(firm), job)).containsEntry("kind", "note import");
        http.as(TestCallers.accountant(firm)).get(job).expectStatus().isNotFound();
        http.as(TestCallers.admin(TestCallers.newFirm()))
                .get(job)
                .expectStatus()
                .isNotFound();
        http.as(caller)
                .get(job.replace("platform-", "approval-"))
                .expectStatus()
                .isNotFound();
        http.as(caller).get("/api/v1/jobs/platform-7").expectStatus().isNotFound();
    }

    @Test
    void aJobUnderAnIdempotencyKeyIsStartedOnce() throws SQLException {
        var first = start(List.of("milk"), Map.of("Idempotency-Key", "import-1"));
        var second = start(List.of("milk"), Map.of("Idempotency-Key", "import-1"));

        assertThat(second).isEqualTo(first);
        await(first, Map.of("state", "SUCCEEDED"));
        assertThat(change("UPDATE note SET version = 2")).isEqualTo(1);
    }

    @Test
    void aJobWhoseProcessDiedIsShownAsInterrupted() throws SQLException {
        NoteController.gate = new CountDownLatch(1);
        var job = start(List.of("milk"));
        await(job, Map.of("done", 1));
        NoteController.gate.countDown();
        await(job, Map.of("state", "SUCCEEDED"));
        change("UPDATE job SET state = 'RUNNING', finished_at = NULL, touched_at = now() - interval '2 minutes'");

        works.runOnce(new JobAutoConfiguration().jobsLeftBehind(rows)).block(BOUND);

        assertThat(seen(caller, job)).containsEntry("state", "FAILED");
        assertThat(seen(caller, job).toString()).contains("INTERRUPTED");
    }

    @Test
    void aLastingJobIsNotOverWhenItsProcessIs() throws SQLException {
        var id = Identifiers.next();
        inFirm(lasting.begin(id, "note copy"));
        var job = "/api/v1/jobs/" + lasting.name(id);
        change("UPDATE job SET touched_at = now() - interval '2 minutes'");

        works.runOnce(new JobAutoConfiguration().jobsLeftBehind(rows)).block(BOUND);
        inFirm(lasting.advanced(id, 3, 5));

        assertThat(seen(caller, job)).containsAllEntriesOf(Map.of("state", "RUNNING", "done", 3, "total", 5));
        inFirm(lasting.succeeded(id, 5, Map.of("copied", 5)));
        assertThat(seen(caller, job))
                .containsAllEntriesOf(Map.of("state", "SUCCEEDED", "done", 5, "result", Map.of("copied", 5)));
        inFirm(lasting.failed(id, 5, 5L, new FieldProblem("job", "LATE", "is over already")));
        assertThat(seen(caller, job)).containsEntry("state", "SUCCEEDED");
    }

    private void inFirm(Mono<?> work) {
        transactions
                .inFirm(work)
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .block(BOUND);
    }

    private String start(List<String> texts) {
        return start(texts, Map.of());
    }

    private String start(List<String> texts, Map<String, String> headers) {
        var started = http.as(caller).send(HttpMethod.POST, "/notes/import", texts, headers);
        started.expectStatus().isAccepted();
        return Objects.requireNonNull(
                        started.returnResult().getResponseHeaders().getLocation())
                .toString();
    }

    private void await(String job, Map<String, Object> expected) {
        Awaitility.await()
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(seen(caller, job)).containsAllEntriesOf(expected));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> seen(Caller who, String job) {
        var answer = http.as(who).get(job);
        answer.expectStatus().isOk();
        return Objects.requireNonNull(
                answer.expectBody(Map.class).returnResult().getResponseBody());
    }

    private int change(String statement) throws SQLException {
        try (var connection = database.asApp(firm);
                var change = connection.createStatement()) {
            return change.executeUpdate(statement);
        }
    }
}
