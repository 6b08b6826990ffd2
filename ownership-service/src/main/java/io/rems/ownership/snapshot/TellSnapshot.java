package io.rems.ownership.snapshot;

import static java.util.stream.Collectors.toMap;

import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.job.LastingJobs;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.work.Due;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes on with a snapshot, some hundred things at a time: what is told and how far it is are one transaction, so that
 * whichever replica comes next goes on where the last one was, and tells nothing twice. It leaves the way to the broker to
 * what happens meanwhile: while many events wait, it does too.
 */
@Component
class TellSnapshot {

    static final int AT_ONCE = 500;
    private static final int WAITING = 2_000;
    private static final int IN_A_ROW = 20;
    private static final int GIVEN_UP = 20;

    private final Transactions transactions;
    private final R2dbcSnapshots snapshots;
    private final Map<Part, SnapshotSource> sources;
    private final Outbox outbox;
    private final LastingJobs jobs;
    private final Clock clock;

    TellSnapshot(
            Transactions transactions,
            R2dbcSnapshots snapshots,
            List<SnapshotSource> sources,
            Outbox outbox,
            LastingJobs jobs,
            Clock clock) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.sources = new EnumMap<>(sources.stream().collect(toMap(SnapshotSource::part, Function.identity())));
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    Mono<List<Due>> due() {
        return Mono.defer(() -> snapshots.due(clock.instant()));
    }

    /** Several pieces, until it is over, has to wait, or others' turn has come. */
    Mono<Void> goOn(Due due) {
        return Mono.defer(() -> piece(due))
                .repeat(IN_A_ROW - 1)
                .takeWhile(more -> more)
                .then()
                .onErrorResume(error -> failed(due).then(Mono.error(error)));
    }

    /** @return whether there may be more to do at once */
    Mono<Boolean> piece(Due due) {
        return transactions.inFirm(snapshots
                .claim(due.id())
                .filterWhen(_ -> snapshots.waiting(WAITING).map(many -> !many))
                .flatMap(snapshot -> snapshot.total() == null ? count(snapshot) : next(snapshot, due.firm()))
                .defaultIfEmpty(false));
    }

    private Mono<Boolean> count(Snapshot snapshot) {
        return Flux.fromIterable(sources.values())
                .concatMap(SnapshotSource::count)
                .reduce(0L, Long::sum)
                .flatMap(total -> keep(snapshot.counted(total)));
    }

    private Mono<Boolean> next(Snapshot snapshot, FirmId firm) {
        return source(snapshot.part())
                .after(snapshot.after(), AT_ONCE)
                .flatMap(messages -> messages.isEmpty() ? partDone(snapshot) : tell(snapshot, messages, firm));
    }

    private Mono<Boolean> tell(Snapshot snapshot, List<Message> messages, FirmId firm) {
        return outbox.appendFor(firm, messages)
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(snapshot.actor(), firm)))
                .then(keep(snapshot.having(messages)));
    }

    private Mono<Boolean> partDone(Snapshot snapshot) {
        return snapshot.isAtLastPart() ? over(snapshot) : keep(snapshot.atNextPart());
    }

    private Mono<Boolean> over(Snapshot snapshot) {
        return snapshots
                .end(snapshot.job())
                .then(jobs.succeeded(snapshot.job(), snapshot.done(), snapshot.told()))
                .thenReturn(false);
    }

    private Mono<Boolean> keep(Snapshot snapshot) {
        var total = snapshot.total() == null ? 0 : snapshot.total();
        return snapshots
                .save(snapshot)
                .then(jobs.advanced(snapshot.job(), snapshot.done(), Math.max(total, snapshot.done())))
                .thenReturn(true);
    }

    private Mono<Void> failed(Due due) {
        return transactions.inFirm(snapshots
                .failed(due.id(), clock.instant())
                .filter(times -> times >= GIVEN_UP)
                .flatMap(_ -> snapshots.claim(due.id()))
                .flatMap(snapshot -> giveUp(snapshot).then(snapshots.end(snapshot.job()))));
    }

    private Mono<Void> giveUp(Snapshot snapshot) {
        return jobs.failed(
                snapshot.job(),
                snapshot.done(),
                snapshot.total(),
                new FieldProblem(
                        "job", "INTERNAL", "Something went wrong on our side, again and again; it was given up."));
    }

    private SnapshotSource source(Part part) {
        return Objects.requireNonNull(sources.get(part));
    }
}
