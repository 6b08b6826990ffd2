package io.rems.local.api;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API refused a request (RFC 9457): {@code code} is for programs, {@code detail} says what to do. */
@SuppressWarnings("serial")
public final class ApiProblem extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final List<FieldError> errors;

    /** A field that is not as it must be. */
    public record FieldError(String field, String code, String message) {}

    private ApiProblem(int status, String code, String detail, List<FieldError> errors) {
        super(errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; ", status + " " + code + ": " + detail + " ", ""))
                .strip());
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** What is no problem document, as from a proxy, has the code {@code UNKNOWN} and its text as detail. */
    static ApiProblem of(int status, String body) {
        try {
            var problem = JsonMapper.shared().readTree(body);
            if (problem.path("code").isString()) {
                var errors = problem.path("errors")
                        .valueStream()
                        .map(ApiProblem::fieldError)
                        .toList();
                return new ApiProblem(
                        status,
                        problem.path("code").asString(),
                        problem.path("detail").asString(""),
                        errors);
            }
        } catch (JacksonException _) {
            // Not JSON: shown as it is.
        }
        return new ApiProblem(status, "UNKNOWN", body.strip(), List.of());
    }

    private static FieldError fieldError(JsonNode error) {
        return new FieldError(
                error.path("field").asString(""),
                error.path("code").asString(""),
                error.path("message").asString(""));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
