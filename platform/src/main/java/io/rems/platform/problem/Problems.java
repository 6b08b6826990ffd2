package io.rems.platform.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Finds the problem behind an exception. What no mapping knows is our fault: logged in full, told in one sentence. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final List<ProblemMapping> mappings;

    public Problems(List<ProblemMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    public static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "SERVICE_UNAVAILABLE",
                        "This cannot be answered right now. Nothing was lost: try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    static Problem internal() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "Something went wrong on our side. Tell support the traceId if it happens again.");
    }

    Problem of(Throwable error, String request, String traceId) {
        var problem = error instanceof ProblemException known
                ? known.problem()
                : mappings.stream()
                        .map(mapping -> mapping.of(error))
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElseGet(Problems::internal);
        log(problem, error, request, traceId);
        return problem;
    }

    private static void log(Problem problem, Throwable error, String request, String traceId) {
        if (problem.status().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn("{} answered as unavailable, trace {}: {}", request, traceId, Objects.toString(error));
        } else if (problem.status().is5xxServerError()) {
            LOG.error("{} failed, trace {}", request, traceId, error);
        }
    }
}
