package io.rems.platform.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.rems.platform.problem.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as its client sees it.
 *
 * @param id names the service too, so that the gateway knows where to ask
 * @param total absent while unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Job(
        String id,
        String kind,
        State state,
        long done,
        @Nullable Long total,
        List<FieldProblem> errors,
        @Nullable JsonNode result,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** What became of it. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    @JsonIgnore
    boolean isOver() {
        return state != State.RUNNING;
    }
}
