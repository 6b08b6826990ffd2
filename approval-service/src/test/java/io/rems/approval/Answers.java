package io.rems.approval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What tests read out of answers. */
final class Answers {

    private Answers() {}

    /** One field of all items of a page. */
    static List<UUID> ids(ResponseSpec answer, String field) {
        var found = answer.expectStatus().isOk().expectBody(Items.class).returnResult();
        return requireNonNull(found.getResponseBody()).items().stream()
                .map(item -> UUID.fromString(String.valueOf(item.get(field))))
                .toList();
    }

    static void refused(ResponseSpec answer, String code) {
        refused(answer, HttpStatus.CONFLICT, code);
    }

    static void refused(ResponseSpec answer, HttpStatus status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    /** A field of a request that was not valid. */
    static void invalid(ResponseSpec answer, String field, String code) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[?(@.field == '" + field + "')].code")
                .isEqualTo(List.of(code));
    }

    static JsonNode json(ResponseSpec answer) {
        return requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    record Items(List<Map<String, Object>> items) {}
}
