package io.rems.platform.web;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.job.Job;
import io.rems.platform.job.Jobs;
import io.rems.platform.job.Progress;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.PermissionDenied;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Commands that write a row each, so that a test can count how often they were carried out. */
@RestController
@RequestMapping("/notes")
public class NoteController {

    record NewNote(String text) {}

    /** Whoever writes {@code slow} waits for this. */
    public static volatile CountDownLatch gate = new CountDownLatch(0);

    /** So often whoever writes {@code contended} is ended by the database. */
    static final AtomicInteger DEADLOCKS = new AtomicInteger();

    private final FirmSql sql;
    private final Transactions transactions;
    private final Jobs jobs;

    NoteController(FirmSql sql, Transactions transactions, Jobs jobs) {
        this.sql = sql;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @PostMapping
    @AnyCaller
    Mono<ResponseEntity<Map<String, String>>> add(@RequestBody NewNote note, Caller caller) {
        var answer = transactions.inFirm(written(note.text())
                .map(id -> Responses.created("/notes/" + id, 1, Map.of("id", id.toString(), "text", note.text()))));
        return switch (note.text()) {
            case "refused" -> answer.then(Mono.error(new PermissionDenied()));
            case "unwell" ->
                answer.thenReturn(ResponseEntity.status(HttpStatus.CONFLICT).build());
            case "slow" -> answer.delayUntil(_ -> gate());
            case "contended" -> answer.delayUntil(_ -> transactions.inFirm(Mono.defer(this::deadlocked)));
            default -> answer;
        };
    }

    private Mono<Long> deadlocked() {
        return DEADLOCKS.getAndDecrement() > 0
                ? sql.sql("DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = 'deadlock_detected'; END $$")
                        .update()
                : Mono.just(0L);
    }

    @PostMapping("/paid")
    @AnyCaller
    @IdempotencyKeyRequired
    Mono<ResponseEntity<Void>> pay() {
        return transactions
                .inFirm(written("paid"))
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/spread")
    @AnyCaller
    @OwnTransactions
    Mono<ResponseEntity<String>> spread() {
        return transactions
                .inFirm(written("spread"))
                .then(transactions.acrossFirms(
                        sql.sql("SELECT count(*) AS n FROM note").one(row -> "counted")))
                .map(ResponseEntity::ok);
    }

    @PostMapping("/uploads")
    @AnyCaller
    Mono<String> upload(@RequestPart FilePart file) {
        return transactions.inFirm(written(file.filename())).thenReturn(file.filename());
    }

    @PostMapping("/import")
    @AnyCaller
    Mono<ResponseEntity<Job>> load(@RequestBody List<String> texts) {
        return jobs.start("note import", progress -> {
            progress.total(texts.size());
            return Flux.fromIterable(texts)
                    .index()
                    .concatMap(line -> one(line.getT1(), line.getT2(), progress))
                    .then(Mono.just(Map.of("imported", texts.size())));
        });
    }

    private Mono<Boolean> one(long line, String text, Progress progress) {
        if (text.isBlank()) {
            progress.failed(new FieldProblem("line " + line, "BLANK", "is blank"));
            return Mono.just(false);
        }
        return transactions
                .inFirm(text.equals("broken") ? Mono.error(new IllegalStateException("secret")) : written(text))
                .doOnNext(_ -> progress.advance(1))
                .then(gate());
    }

    @PostMapping("/platform")
    @PlatformAdministratorOnly
    Mono<ResponseEntity<String>> ofPlatform() {
        return transactions
                .inFirm(written("platform"))
                .then(transactions.acrossFirms(
                        sql.sql("SELECT count(*) AS n FROM note").one(row -> "counted")))
                .map(counted ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(counted));
    }

    private Mono<UUID> written(String text) {
        var id = Identifiers.next();
        return Mono.defer(() -> sql.sql("INSERT INTO note (firm_id, id, text) VALUES (:firm, :id, :text)")
                .bind("id", id)
                .bind("text", text)
                .update()
                .thenReturn(id));
    }

    private static Mono<Boolean> gate() {
        return Mono.fromCallable(() -> gate.await(20, TimeUnit.SECONDS)).subscribeOn(Schedulers.boundedElastic());
    }
}
