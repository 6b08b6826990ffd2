package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back. */
record Answer(int status, HttpHeaders headers, String text) {

    JsonNode json() {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    String id() {
        return json().path("id").asString();
    }

    /** The code of a problem; empty where the answer is none. */
    String code() {
        return json().path("code").asString("");
    }

    String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    Answer expect(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }
}
