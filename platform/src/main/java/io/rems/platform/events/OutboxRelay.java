package io.rems.platform.events;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Publishes the outbox: reads the oldest rows of its slots, sends them, and deletes what the broker has acknowledged.
 *
 * <p>Order is kept per subject: a slot has one relay at a time, its rows go out in the order they were written, and a row
 * waits while a transaction older than its own is still open, because that one might yet commit an earlier row. Between
 * the broker's answer and the delete lies the one moment in which a crash causes a second delivery; inboxes absorb it.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    /** Longer than the producer's delivery time-out: nothing is in flight when a lease is given up. */
    static final Duration SEND_TIME = Duration.ofSeconds(20);

    private static final Duration FENCED = Duration.ofMillis(10);
    private static final String OLDEST = """
            SELECT firm_id, id, slot, written_by < pg_snapshot_xmin(pg_current_snapshot()) AS ready,
                   type, subject, aggregate_version, actor, support_access, occurred_at, traceparent, data
            FROM outbox WHERE slot = ANY(:slots)
            ORDER BY slot, position LIMIT :batch""";
    private static final String DELETE = """
            DELETE FROM outbox USING unnest(:firms, :ids) AS sent (firm_id, id)
            WHERE outbox.firm_id = sent.firm_id AND outbox.id = sent.id""";
    private static final String DEPTH = "SELECT count(*) AS depth FROM outbox";

    private final FirmSql sql;
    private final Transactions transactions;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Slots slots;
    private final String topic;
    private final String source;
    private final Duration poll;
    private final Sinks.Many<List<PendingEvent>> news = Sinks.many().multicast().directBestEffort();
    private volatile Sinks.Empty<Void> bell = Sinks.empty();
    private final AtomicLong depth = new AtomicLong();
    private @Nullable Scheduler thread;
    private @Nullable Disposable running;

    OutboxRelay(
            FirmSql sql,
            Transactions transactions,
            KafkaTemplate<String, byte[]> kafka,
            Slots slots,
            String topic,
            String source,
            Duration poll) {
        this.sql = sql;
        this.transactions = transactions;
        this.kafka = kafka;
        this.slots = slots;
        this.topic = topic;
        this.source = source;
        this.poll = poll;
    }

    /** Tells the relay that there is something to publish. */
    void wake() {
        bell.tryEmitEmpty();
    }

    /** What this relay publishes from now on, as soon as the broker has it. */
    Flux<List<PendingEvent>> published() {
        return news.asFlux();
    }

    /** Rows that waited when the relay last counted. */
    long depth() {
        return depth.get();
    }

    @Override
    public synchronized void start() {
        Scheduler own = Schedulers.newSingle("outbox-relay", true);
        thread = own;
        running = Flux.merge(round(own).subscribeOn(own).repeat(), counting()).subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null && thread != null) {
            running.dispose();
            thread.dispose();
            running = null;
            slots.forget();
            slots.giveBack()
                    .onErrorComplete()
                    .timeout(Duration.ofSeconds(2), Mono.empty())
                    .subscribe();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Flux<Void> counting() {
        return Flux.interval(Duration.ofSeconds(5))
                .onBackpressureDrop()
                .concatMap(_ -> transactions
                        .acrossFirms(sql.sql(DEPTH).one(row -> row.get("depth", Long.class)))
                        .doOnNext(depth::set)
                        .onErrorComplete()
                        .then());
    }

    private Mono<Void> round(Scheduler own) {
        return Mono.defer(() -> {
                    Sinks.Empty<Void> next = Sinks.empty();
                    bell = next;
                    return drained(own)
                            .flatMap(pause -> pause.isZero()
                                    ? Mono.empty()
                                    : Mono.firstWithSignal(Mono.delay(pause).then(), next.asMono()));
                })
                .doOnError(error -> log.warn("The outbox cannot be published now, it is kept: {}", error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(5)));
    }

    /** Publishes one batch. @return how long to rest before the next look */
    private Mono<Duration> drained(Scheduler own) {
        return slots.held()
                .flatMap(held -> held.isEmpty() ? Mono.just(List.<PendingEvent>of()) : oldest(held))
                .publishOn(own) // a producer without metadata blocks its caller, which must not be the database's event
                // loop
                .flatMap(found -> {
                    List<PendingEvent> ready = readyPrefixes(found);
                    if (ready.isEmpty()) {
                        return Mono.just(found.isEmpty() ? poll : FENCED);
                    }
                    return published(ready).thenReturn(found.size() > ready.size() ? FENCED : Duration.ZERO);
                });
    }

    private Mono<List<PendingEvent>> oldest(List<Short> held) {
        return transactions.acrossFirms(sql.sql(OLDEST)
                .bind("slots", held.toArray(Short[]::new))
                .bind("batch", BATCH)
                .list(PendingEvent::of));
    }

    /** Of each slot the rows before the first that must still wait. */
    private static List<PendingEvent> readyPrefixes(List<PendingEvent> found) {
        Set<Short> waiting = new HashSet<>();
        List<PendingEvent> ready = new ArrayList<>();
        for (PendingEvent event : found) {
            if (!event.ready()) {
                waiting.add(event.slot());
            } else if (!waiting.contains(event.slot())) {
                ready.add(event);
            }
        }
        return ready;
    }

    private Mono<Void> published(List<PendingEvent> events) {
        if (!slots.safeToSend(SEND_TIME)) {
            slots.forget();
            return Mono.empty();
        }
        return Flux.fromIterable(events)
                .flatMapSequential(this::sent, BATCH)
                .collectList()
                .flatMap(answers -> delete(acknowledged(events, answers)))
                .then();
    }

    /** Sends an event. @return the broker's refusal, as a value, so that what was accepted beside it is still deleted */
    private Mono<Answer> sent(PendingEvent event) {
        ProducerRecord<String, byte[]> message = event.toRecord(topic, source);
        return Mono.fromFuture(() -> kafka.send(message))
                .map(_ -> new Answer(null))
                .onErrorResume(error -> Mono.just(new Answer(error)));
    }

    private record Answer(@Nullable Throwable refusal) {}

    /** What the broker has, but of a subject nothing after its first failure, which must go out again in order. */
    private static List<PendingEvent> acknowledged(List<PendingEvent> events, List<Answer> answers) {
        Set<UUID> failed = new HashSet<>();
        List<PendingEvent> done = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            PendingEvent event = events.get(i);
            Throwable refusal = answers.get(i).refusal();
            if (refusal != null) {
                failed.add(event.subject());
                log.warn("Event {} stays in the outbox: {}", event.id(), refusal.toString());
            } else if (!failed.contains(event.subject())) {
                done.add(event);
            }
        }
        return done;
    }

    private Mono<Long> delete(List<PendingEvent> sent) {
        if (sent.isEmpty()) {
            return Mono.error(new IllegalStateException("The broker accepted nothing"));
        }
        return transactions
                .acrossFirms(sql.sql(DELETE)
                        .bind("firms", sent.stream().map(PendingEvent::firm).toArray(UUID[]::new))
                        .bind("ids", sent.stream().map(PendingEvent::id).toArray(UUID[]::new))
                        .update())
                .doOnSuccess(_ -> news.tryEmitNext(sent));
    }
}
