package io.rems.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.web.NoteController;
import io.rems.platform.web.ProbeController;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
@Import({ProbeController.class, NoteController.class})
class ProblemsTest {

    @Autowired
    private RemsHttp http;

    private RemsHttp.AsCaller caller;

    @BeforeEach
    void signIn() {
        caller = http.as(TestCallers.accountant(TestCallers.newFirm()));
    }

    @Test
    void aProblemSaysAllThatAClientNeeds() {
        var problem = problem(caller.get("/probe/failures/refused"), 409);

        assertThat(problem)
                .containsEntry("type", "urn:rems:problem:share-exceeded")
                .containsEntry("title", "Share exceeded")
                .containsEntry("status", 409)
                .containsEntry("detail", "Give less.")
                .containsEntry("instance", "/probe/failures/refused")
                .containsEntry("code", "SHARE_EXCEEDED")
                .containsEntry("facts", Map.of("excess", "1/3"))
                .doesNotContainKey("errors");
        assertThat(problem.get("traceId")).asString().matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":                              |                |
            [1, 2]                                |                |
            {"name": "a", "colour": "red"}        | colour         | UNKNOWN_FIELD
            {"name": "a", "kind": "CASTLE"}       | kind           | UNKNOWN_VALUE
            {"name": "a", "kind": 1}              | kind           | UNKNOWN_VALUE
            {"name": "a", "name": "b"}            |                |
            {"name": {}}                          | name           | WRONG_TYPE
            {"name": "a", "urgent": "perhaps"}    | urgent         | WRONG_TYPE
            {"name": "a", "parts": [{"size": {}}]}| parts[0].size  | WRONG_TYPE
            {"name": "a", "price": {"amount": "x", "currency": "KWD"}}| price | MALFORMED
            {"name": "a", "price": {"amount": "1", "currency": "ABCD"}}| price | MALFORMED
            """)
    void aBodyThatCannotBeReadIsToldByField(String body, @Nullable String field, @Nullable String code) {
        var problem = problem(post("/probe/things", body), 400);

        assertThat(problem).containsEntry("code", "MALFORMED_REQUEST");
        assertThat(problem.toString()).doesNotContain("io.rems", "jackson", "java.");
        if (field == null) {
            assertThat(problem).doesNotContainKey("errors");
        } else {
            assertThat(problem).extracting("errors").asString().contains("field=" + field, "code=" + code);
        }
    }

    @Test
    void anAbsentFlagIsFalse() {
        post("/probe/things", "{\"name\": \"a\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.urgent")
                .isEqualTo(false);
    }

    @Test
    void brokenRulesOfFieldsAreToldTogether() {
        var problem = problem(post("/probe/things", "{\"name\": \" \", \"parts\": [{\"size\": 0}]}"), 422);

        assertThat(problem).containsEntry("code", "VALIDATION_FAILED");
        assertThat(problem)
                .extracting("errors")
                .asString()
                .contains("field=name, code=NOT_BLANK", "field=parts[0].size, code=POSITIVE");
    }

    @Test
    void brokenRulesOfParametersAreToldAsWell() {
        var path = "/probe/things/" + Identifiers.next();

        assertThat(problem(caller.get(path + "?depth=11"), 422))
                .extracting("errors")
                .asString()
                .contains("depth", "MAX");
        assertThat(problem(caller.get(path), 422))
                .extracting("errors")
                .asString()
                .contains("depth", "REQUIRED");
        assertThat(problem(caller.get(path + "?depth=x"), 400))
                .extracting("errors")
                .asString()
                .contains("depth");
        assertThat(problem(caller.get("/probe/things/7?depth=1"), 400))
                .extracting("errors")
                .asString()
                .contains("id");
        assertThat(problem(caller.get(path + "?depth=1"), 404)).containsEntry("code", "NOT_FOUND");
    }

    @Test
    void aChangeNamesTheVersionItWasDecidedOn() {
        var changed = caller.put("/probe/things/1", 3, Map.of());

        changed.expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"4\"");
        assertThat(problem(caller.put("/probe/things/1", 2, Map.of()), 412)).containsEntry("code", "STALE_VERSION");
        assertThat(problem(put("W/\"3\""), 200)).isEmpty();
        assertThat(problem(put(""), 428)).containsEntry("code", "VERSION_REQUIRED");
        assertThat(problem(put("three"), 400)).containsEntry("code", "MALFORMED_REQUEST");
    }

    @Test
    void routingRefusesInTheSameForm() {
        assertThat(problem(caller.get("/probe/nowhere"), 404)).containsEntry("code", "NOT_FOUND");
        var wrongMethod = caller.get("/probe/open");
        wrongMethod.expectHeader().valueEquals(HttpHeaders.ALLOW, "POST");
        assertThat(problem(wrongMethod, 405)).containsEntry("code", "METHOD_NOT_ALLOWED");
        assertThat(problem(
                        caller.client()
                                .post()
                                .uri("/probe/things")
                                .contentType(MediaType.TEXT_PLAIN)
                                .bodyValue("a")
                                .exchange(),
                        415))
                .containsEntry("code", "UNSUPPORTED_MEDIA");
        var tooLarge = "{\"name\": \"" + "a".repeat(300_000) + "\"}";
        assertThat(problem(post("/probe/things", tooLarge), 413)).containsEntry("code", "TOO_LARGE");
    }

    @Test
    void securityRefusesInTheSameForm() {
        var noToken = http.client().get().uri("/probe/failures/refused").exchange();
        var badToken = http.withAuthorization("Bearer nonsense").get("/probe/failures/refused");

        noToken.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        assertThat(problem(noToken, 401)).containsEntry("code", "AUTH_REQUIRED");
        assertThat(problem(badToken, 401)).containsEntry("code", "AUTH_INVALID");
    }

    @Test
    void theDatabasesRefusalsAreTheClientsBusinessOnlyWhereHeCanAct() {
        assertThat(problem(caller.get("/probe/failures/duplicate"), 409)).containsEntry("code", "DUPLICATE");
        var slow = caller.get("/probe/failures/slow");
        slow.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        assertThat(problem(slow, 503)).containsEntry("code", "SERVICE_UNAVAILABLE");
    }

    @Test
    void textThatNoDatabaseKeepsIsTheClientsMistake() {
        assertThat(problem(caller.post("/notes", Map.of("text", "a\u0000b")), 400))
                .containsEntry("code", "MALFORMED_REQUEST");
    }

    @Test
    void aConnectionThatBreaksBehindUsIsNoSuccess() {
        assertThat(problem(caller.get("/probe/failures/reset"), 503)).containsEntry("code", "SERVICE_UNAVAILABLE");
    }

    @Test
    void ourOwnFailuresTellNothing() {
        var problem = problem(caller.get("/probe/failures/unforeseen"), 500);

        assertThat(problem).containsEntry("code", "INTERNAL");
        assertThat(problem.toString()).doesNotContain("secret", "io.rems", "IllegalState");
    }

    private ResponseSpec post(String path, String json) {
        return caller.client()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private ResponseSpec put(String version) {
        return caller.send(HttpMethod.PUT, "/probe/things/1", Map.of(), Map.of(HttpHeaders.IF_MATCH, version));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(ResponseSpec response, int status) {
        response.expectStatus().isEqualTo(status);
        if (status < 400) {
            return Map.of();
        }
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return Objects.requireNonNull(
                response.expectBody(Map.class).returnResult().getResponseBody());
    }
}
