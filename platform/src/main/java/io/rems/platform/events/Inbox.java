package io.rems.platform.events;

import io.rems.platform.access.Actor;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Applies events once: records their ids in the transaction that applies them, and leaves out what is there already. */
final class Inbox {
    private static final String RECORD = """
            INSERT INTO inbox (firm_id, consumer, event_id)
            SELECT :firm, :consumer, told FROM unnest(:events) AS told ON CONFLICT DO NOTHING RETURNING event_id""";

    private final FirmSql sql;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Actor itself;

    Inbox(FirmSql sql, Transactions transactions, JsonMapper json, Actor itself) {
        this.sql = sql;
        this.transactions = transactions;
        this.json = json;
        this.itself = itself;
    }

    /** Applies all of them or none. @param events of one firm, in their order */
    Mono<Void> applyOnce(EventSubscription subscription, List<ReceivedEvent> events) {
        Mono<Void> applied = sql.sql(RECORD)
                .bind("consumer", subscription.name())
                .bind("events", events.stream().map(ReceivedEvent::id).toArray(UUID[]::new))
                .list(row -> Objects.requireNonNull(row.get("event_id", UUID.class)))
                .map(recorded -> onlyOf(new HashSet<>(recorded), events))
                .filter(unheard -> !unheard.isEmpty())
                .flatMap(unheard -> handled(subscription, unheard));
        return transactions.inFirm(events.getFirst().firm(), itself, applied);
    }

    /** An event that came twice at once is there but once. */
    private static List<ReceivedEvent> onlyOf(Set<UUID> recorded, List<ReceivedEvent> events) {
        return events.stream().filter(event -> recorded.remove(event.id())).toList();
    }

    private Mono<Void> handled(EventSubscription subscription, List<ReceivedEvent> events) {
        return subscription
                .first(events)
                .thenMany(Flux.fromIterable(steps(subscription, events)))
                .concatMap(this::taken)
                .then();
    }

    private static List<Step> steps(EventSubscription subscription, List<ReceivedEvent> events) {
        List<Step> steps = new ArrayList<>();
        for (ReceivedEvent event : events) {
            Handler handler = Objects.requireNonNull(subscription.handlerOf(event.type()));
            if (handler instanceof Handler.Together
                    && !steps.isEmpty()
                    && steps.getLast().handler().equals(handler)) {
                steps.getLast().events().add(event);
            } else {
                steps.add(new Step(handler, new ArrayList<>(List.of(event))));
            }
        }
        return steps;
    }

    private Mono<Void> taken(Step step) {
        ReceivedEvent event = step.events().getFirst();
        return switch (step.handler()) {
            case Handler.Each(var work) ->
                transactions.inFirm(event.firm(), event.actor(), Mono.defer(() -> work.apply(event, json)));
            case Handler.Together(var work) -> work.apply(step.events(), json);
        };
    }

    private record Step(Handler handler, List<ReceivedEvent> events) {}
}
