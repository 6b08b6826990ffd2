package io.rems.platform.job;

import io.rems.platform.access.CurrentCaller;
import io.rems.platform.problem.FieldProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Long work that no process has to live through: what is left of it stands in a table, pieces of it are done by whichever
 * replica comes by ({@link io.rems.platform.work.DueWork}), and each piece tells the job how far it is in its own
 * transaction. The client looks after it as after any job.
 */
public final class LastingJobs {

    private final JobRows rows;

    LastingJobs(JobRows rows) {
        this.rows = rows;
    }

    /** How a client names the job, {@code /api/v1/jobs/{name}}. */
    public String name(UUID id) {
        return rows.name(id);
    }

    /** Adds the job in the open transaction, that of the first row of its work. */
    public Mono<Job> begin(UUID id, String kind) {
        return CurrentCaller.get().flatMap(caller -> rows.add(id, kind, caller, true));
    }

    /** Tells in the open transaction of a piece how far the work is. */
    public Mono<Void> advanced(UUID id, long done, long total) {
        return rows.touch(id, new Progress.Snapshot(done, total, List.of()));
    }

    /** @param result written as JSON */
    public Mono<Void> succeeded(UUID id, long done, @Nullable Object result) {
        return rows.finish(id, Job.State.SUCCEEDED, new Progress.Snapshot(done, done, List.of()), result);
    }

    /** The work is given up; what its pieces have committed stays. */
    public Mono<Void> failed(UUID id, long done, @Nullable Long total, FieldProblem reason) {
        return rows.finish(id, Job.State.FAILED, new Progress.Snapshot(done, total, List.of(reason)), null);
    }
}
