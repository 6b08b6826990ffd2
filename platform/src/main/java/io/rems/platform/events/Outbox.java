package io.rems.platform.events;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a use case puts its events, in the transaction that changes the data: both are kept or neither. The relay
 * publishes them after the commit.
 */
public final class Outbox {
    /** Slots that relays share out among themselves; a subject always falls into the same one. */
    static final int SLOTS = 16;

    /** Bounds what one statement carries; a thousand events are still a handful of round trips. */
    private static final int AT_ONCE = 500;

    private static final String APPEND = """
            INSERT INTO outbox (firm_id, id, slot, type, subject, aggregate_version, actor, support_access, occurred_at,
                                traceparent, data, before_answer)
            SELECT :firm_id, told.id, told.slot, told.type, told.subject, told.version, :actor, :support_access, :occurred_at,
                   :traceparent, told.data, told.before_answer
              FROM unnest(:ids, :slots, :types, :subjects, :versions, :data, :before_answer)
                   WITH ORDINALITY AS told (id, slot, type, subject, version, data, before_answer, place)
             ORDER BY told.place""";

    private final FirmSql sql;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final @Nullable Tracer tracer;
    private final List<OutboxCheck> checks;
    private final Runnable wakeRelay;

    Outbox(
            FirmSql sql,
            Transactions transactions,
            JsonMapper json,
            Clock clock,
            @Nullable Tracer tracer,
            List<OutboxCheck> checks,
            Runnable wakeRelay) {
        this.sql = sql;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.tracer = tracer;
        this.checks = checks;
        this.wakeRelay = wakeRelay;
    }

    /** Appends events of the caller's firm to the open transaction. */
    public Mono<Void> append(List<Message> messages) {
        return Mono.deferContextual(
                context -> appendFor(CurrentCaller.in(context).firm(), messages));
    }

    /** Appends events of a firm to the open transaction, which may be one across firms. */
    public Mono<Void> appendFor(FirmId firm, List<Message> messages) {
        return Mono.deferContextual(context -> {
            Caller caller = CurrentCaller.in(context);
            return Flux.fromIterable(messages)
                    .buffer(AT_ONCE)
                    .concatMap(some -> append(firm, caller, some))
                    .then(transactions.afterCommit(wakeRelay));
        });
    }

    private Mono<Void> append(FirmId firm, Caller caller, List<Message> messages) {
        List<Message> some = List.copyOf(messages);
        List<UUID> ids = some.stream().map(_ -> Identifiers.next()).toList();
        return insert(firm, caller, some, ids)
                .thenMany(Flux.range(0, some.size()))
                .filter(i -> some.get(i).isPublishedBeforeAnswer())
                .concatMap(i -> AwaitedEvents.add(firm, ids.get(i), transactions))
                .then();
    }

    private Mono<Long> insert(FirmId firm, Caller caller, List<Message> messages, List<UUID> ids) {
        return sql.sql(APPEND)
                .bind("firm_id", firm.value())
                .bind("actor", caller.actor().id())
                .bindNullable("support_access", caller.actor().supportAccess(), UUID.class)
                .bind("occurred_at", clock.instant().atOffset(ZoneOffset.UTC))
                .bindNullable("traceparent", traceparent(), String.class)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("slots", of(messages, Short[]::new, message -> slotOf(message.subject())))
                .bind("types", of(messages, String[]::new, Message::type))
                .bind("subjects", of(messages, UUID[]::new, Message::subject))
                .bind("versions", of(messages, Long[]::new, Message::aggregateVersion))
                .bind("data", of(messages, String[]::new, this::written))
                .bind("before_answer", of(messages, Boolean[]::new, Message::isPublishedBeforeAnswer))
                .update();
    }

    private String written(Message message) {
        String data = json.writeValueAsString(message.data());
        checks.forEach(check -> check.check(message, data));
        return data;
    }

    private static <T> T[] of(List<Message> messages, IntFunction<T[]> array, Function<Message, T> part) {
        return messages.stream().map(part).toArray(array);
    }

    static short slotOf(UUID subject) {
        return (short) Math.floorMod(subject.hashCode(), SLOTS);
    }

    private @Nullable String traceparent() {
        if (tracer == null) {
            return null;
        }
        TraceContext trace = tracer.currentTraceContext().context();
        return trace == null
                ? null
                : "00-%s-%s-%s"
                        .formatted(trace.traceId(), trace.spanId(), Boolean.TRUE.equals(trace.sampled()) ? "01" : "00");
    }
}
