package io.rems.platform.job;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Starts long work and answers 202 at once; the client looks after it at {@code /api/v1/jobs/{id}}. A job ends with its
 * process: what it has committed stays, and it is shown as interrupted.
 */
public final class Jobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 16;

    private final JobRows rows;
    private final Transactions transactions;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Sinks.Empty<Void> stopping = Sinks.empty();

    Jobs(JobRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Starts work in the caller's name and firm, once the transaction that is open, if any, has committed.
     *
     * @param kind in the words of the business: {@code "lease import"}
     */
    public Mono<ResponseEntity<Job>> start(String kind, JobWork work) {
        return CurrentCaller.get().flatMap(caller -> {
            var id = Identifiers.next();
            return transactions
                    .inFirm(rows.add(id, kind, caller, false)
                            .delayUntil(_ -> transactions.afterCommit(() -> launch(id, caller, work))))
                    .map(Jobs::accepted);
        });
    }

    /** The answer to a command that a job carries out. */
    public static ResponseEntity<Job> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .body(job);
    }

    private void launch(UUID id, Caller caller, JobWork work) {
        run(id, new Progress(), work)
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .takeUntilOther(stopping.asMono())
                .subscribe();
    }

    private Mono<Void> run(UUID id, Progress progress, JobWork work) {
        var result = Mono.defer(() -> admitted(work, progress))
                .map(Optional::<Object>of)
                .defaultIfEmpty(Optional.empty())
                .cache();
        var signsOfLife = Flux.interval(TICK)
                .onBackpressureDrop()
                .concatMap(_ -> rows.touch(id, progress.snapshot()).onErrorResume(error -> missed(id, error)))
                .takeUntilOther(result);
        return signsOfLife
                .then(result)
                .flatMap(found -> rows.finish(id, Job.State.SUCCEEDED, progress.snapshot(), found.orElse(null)))
                .onErrorResume(error -> fail(id, progress, error))
                .onErrorResume(error -> missed(id, error));
    }

    private Mono<?> admitted(JobWork work, Progress progress) {
        return places.tryAcquire()
                ? work.run(progress).doFinally(_ -> places.release())
                : Mono.error(new ProblemException(Problems.unavailable()));
    }

    private Mono<Void> fail(UUID id, Progress progress, Throwable error) {
        if (error instanceof ProblemException known) {
            var problem = known.problem();
            problem.errors().forEach(progress::failed);
            progress.failed(new FieldProblem("job", problem.code(), problem.detail()));
        } else {
            LOG.error("Job {} failed", id, error);
            progress.failed(new FieldProblem("job", "INTERNAL", "Something went wrong on our side."));
        }
        return rows.finish(id, Job.State.FAILED, progress.snapshot(), null);
    }

    /** Not the work's fault: the next sign of life makes up for it, or the job will be found interrupted. */
    private static Mono<Void> missed(UUID id, Throwable error) {
        LOG.warn("The state of job {} could not be written", id, error);
        return Mono.empty();
    }

    @Override
    public void destroy() {
        stopping.tryEmitEmpty();
    }
}
