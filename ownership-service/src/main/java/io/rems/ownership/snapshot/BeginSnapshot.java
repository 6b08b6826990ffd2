package io.rems.ownership.snapshot;

import io.rems.platform.Identifiers;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.job.Job;
import io.rems.platform.job.LastingJobs;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has all of a firm told anew: who asks is answered at once, and looks after the job. */
@Component
class BeginSnapshot {

    private final Transactions transactions;
    private final R2dbcSnapshots snapshots;
    private final LastingJobs jobs;
    private final Clock clock;

    BeginSnapshot(Transactions transactions, R2dbcSnapshots snapshots, LastingJobs jobs, Clock clock) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.jobs = jobs;
        this.clock = clock;
    }

    Mono<Job> begin() {
        var id = Identifiers.next();
        return transactions.inFirm(CurrentCaller.get()
                .flatMap(caller -> snapshots.begin(id, caller.actor(), clock.instant()))
                .flatMap(begun -> begun ? jobs.begin(id, "ownership snapshot") : refused()));
    }

    private Mono<Job> refused() {
        return snapshots
                .running()
                .flatMap(running -> Mono.<Job>error(() -> running(running)))
                .switchIfEmpty(Mono.defer(this::begin));
    }

    private RequestRefused running(UUID job) {
        return new RequestRefused(new SnapshotRunning(jobs.name(job)));
    }
}
