package io.rems.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A problem as it is written (RFC 9457, {@code application/problem+json}). */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> facts) {

    static ProblemBody of(Problem problem, String instance, String traceId) {
        return new ProblemBody(
                problem.type(),
                problem.title(),
                problem.status().value(),
                problem.detail(),
                instance,
                problem.code(),
                traceId,
                problem.errors(),
                problem.facts());
    }
}
