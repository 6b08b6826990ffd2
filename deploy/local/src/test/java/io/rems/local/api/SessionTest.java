package io.rems.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rems.local.api.ApiProblem.FieldError;
import io.rems.local.api.ApiStandIn.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final String PLACE = "/api/v1/things";

    private ApiStandIn api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void namesTheFirmAndTheUserOfEachRequest() {
        var firm = UUID.randomUUID();

        api.tell("GET", PLACE + "?limit=1", _ -> Reply.of(200, "{}"));
        signedIn().inFirm(firm).get(PLACE + "?limit=1");

        var request = api.received("GET", PLACE + "?limit=1").getFirst();
        assertThat(request.header("X-firm-id")).isEqualTo(firm.toString());
        assertThat(request.header("Authorization")).startsWith("Bearer h.");
    }

    @Test
    void sendsTheVersionThatIsToBeChanged() {
        var session = signedIn();

        session.put(PLACE + "/1", Map.of("name", "new"), 7);

        assertThat(api.received("PUT", PLACE + "/1").getFirst().header("If-match"))
                .isEqualTo("\"7\"");
    }

    @Test
    void readsTheVersionOfAnAnswer() {
        var id = UUID.randomUUID();
        var session = signedIn();
        session.post(PLACE, Map.of("id", id));

        assertThat(session.get(PLACE + "/" + id).version()).isEqualTo(7);
    }

    @Test
    void tellsARefusalByCodeDetailAndFields() {
        api.tell(
                "POST",
                PLACE,
                _ -> Reply.problem(
                        422,
                        "VALIDATION_FAILED",
                        ",\"errors\":[{\"field\":\"name\",\"code\":\"BLANK\",\"message\":\"must not be blank\"}]"));
        var session = signedIn();

        var problem = catchThrowableOfType(ApiProblem.class, () -> session.post(PLACE, Map.of()));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(problem.errors()).containsExactly(new FieldError("name", "BLANK", "must not be blank"));
        assertThat(problem).hasMessage("422 VALIDATION_FAILED: Told so. name: must not be blank");
    }

    @Test
    void showsWhatIsNoProblemDocumentAsItIs() {
        api.tell("GET", PLACE, _ -> Reply.of(502, "<html>Bad gateway</html>"));
        var session = signedIn();

        var problem = catchThrowableOfType(ApiProblem.class, () -> session.get(PLACE));

        assertThat(problem.code()).isEqualTo("UNKNOWN");
        assertThat(problem.detail()).contains("Bad gateway");
    }

    @Test
    void comesAgainWithTheSameKeyWhenToldTo() {
        var answers = new AtomicInteger();
        api.tell("POST", PLACE, _ -> switch (answers.incrementAndGet()) {
            case 1 -> Reply.problem(503, "SERVICE_UNAVAILABLE", "").with("Retry-After", "0");
            case 2 -> Reply.problem(429, "RATE_LIMITED", "").with("Retry-After", "0");
            case 3 -> Reply.problem(409, "UNIT_UNKNOWN", "").with("Retry-After", "0");
            default -> Reply.of(201, "{}");
        });

        var answer = signedIn().post(PLACE, Map.of("name", "x"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.received("POST", PLACE)).hasSize(4);
        assertThat(api.received("POST", PLACE))
                .extracting(request -> request.header("Idempotency-key"))
                .doesNotContainNull()
                .containsOnly(api.received("POST", PLACE).getFirst().header("Idempotency-key"));
    }

    @Test
    void doesNotWaitLongerThanItsPatience() {
        api.tell(
                "GET", PLACE, _ -> Reply.problem(503, "SERVICE_UNAVAILABLE", "").with("Retry-After", "60"));
        var session = api.gateway().withPatience(Duration.ofSeconds(1)).signIn("a@rems.example", "secret");

        var problem = catchThrowableOfType(ApiProblem.class, () -> session.get(PLACE));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(api.received("GET", PLACE)).hasSize(1);
    }

    @Test
    void doesNotRepeatARefusalThatWillNotPass() {
        api.tell("POST", PLACE, _ -> Reply.problem(409, "OWNERSHIP_EXCEEDED", ""));
        var session = signedIn();

        assertThatThrownBy(() -> session.post(PLACE, Map.of())).isInstanceOf(ApiProblem.class);

        assertThat(api.received("POST", PLACE)).hasSize(1);
    }

    @Test
    void renewsTheTokenBeforeItExpires() {
        api.tokensExpireIn(0);
        api.tell("GET", PLACE, _ -> Reply.of(200, "{}"));

        signedIn().get(PLACE);

        var refresh = api.received("POST", "/api/v1/auth/refresh");
        assertThat(refresh).hasSize(1);
        assertThat(refresh.getFirst().json().path("refreshToken").asString()).isEqualTo("r1");
    }

    @Test
    void renewsATokenThatIsNotValidAnyMoreOnce() {
        var answers = new AtomicInteger();
        api.tell(
                "GET",
                PLACE,
                _ -> answers.incrementAndGet() == 1 ? Reply.problem(401, "AUTH_INVALID", "") : Reply.of(200, "{}"));

        var answer = signedIn().get(PLACE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.received("POST", "/api/v1/auth/refresh")).hasSize(1);
        assertThat(api.received("POST", "/api/v1/auth/login")).hasSize(1);
    }

    @Test
    void signsInAgainWhereTheRefreshTokenIsSpent() {
        api.tokensExpireIn(0);
        api.tell("POST", "/api/v1/auth/refresh", _ -> Reply.problem(401, "AUTH_INVALID", ""));
        api.tell("GET", PLACE, _ -> Reply.of(200, "{}"));

        signedIn().get(PLACE);

        assertThat(api.received("POST", "/api/v1/auth/login")).hasSize(2);
    }

    @Test
    void createsOnceWhatHasAnIdentifier() {
        var id = UUID.randomUUID();
        var session = signedIn();

        var first = session.create(PLACE, Map.of("id", id), PLACE + "/" + id);
        var second = session.create(PLACE, Map.of("id", id), PLACE + "/" + id);

        assertThat(List.of(first, second)).containsExactly(true, false);
    }

    @Test
    void tellsWhoeverListensOfEachRequest() {
        var heard = new ArrayList<Exchange>();
        var session = signedIn().heardBy(heard::add);

        session.find(PLACE + "/none");

        assertThat(heard).containsExactly(new Exchange("a@rems.example", "GET", PLACE + "/none", 404));
    }

    @Test
    void saysWhereNobodyAnswers() {
        assertThatThrownBy(() -> Gateway.at(URI.create("http://localhost:1")).signIn("a@rems.example", "secret"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("http://localhost:1");
    }

    private Session signedIn() {
        return api.gateway().signIn("a@rems.example", "secret");
    }
}
