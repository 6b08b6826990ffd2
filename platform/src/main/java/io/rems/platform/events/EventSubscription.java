package io.rems.platform.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What a service wants to hear from another, and what it does then: declared as a bean. A handler runs in the event's
 * firm and in the name of whoever caused it, in one transaction with the inbox row, so that its effect happens once however
 * often the event comes. Other events of the firm may share that transaction, so a handler changes nothing but the database.
 */
public final class EventSubscription {
    private final String name;
    private final String from;
    private final Map<String, Handler> handlers = new HashMap<>();
    private Function<List<ReceivedEvent>, Mono<Void>> first = _ -> Mono.empty();
    private @Nullable Handler otherwise;

    private EventSubscription(String name, String from) {
        this.name = name;
        this.from = from;
    }

    /** Names the subscription; the consumer group, the inbox and the dead letters carry this name. */
    public static Named named(String name) {
        return new Named(name);
    }

    /** A subscription that does not say yet whose events it wants. */
    public record Named(String name) {
        public EventSubscription from(String service) {
            return new EventSubscription(name, service);
        }
    }

    /** An event and what it carries. */
    public record Heard<T>(ReceivedEvent event, T data) {}

    /** Handles events of a type; the record declares only the fields that it uses. */
    public <T> EventSubscription on(String type, Class<T> data, BiFunction<ReceivedEvent, T, Mono<Void>> handler) {
        handlers.put(
                type, new Handler.Each((event, json) -> handler.apply(event, json.treeToValue(event.data(), data))));
        return this;
    }

    /**
     * The same for events that came one after the other at once, of one firm and in their order: where one statement can do
     * for many. It works in the service's own name, so what follows from an event is not for it to tell.
     */
    public <T> EventSubscription onTogether(String type, Class<T> data, Function<List<Heard<T>>, Mono<Void>> handler) {
        handlers.put(
                type,
                new Handler.Together((events, json) -> handler.apply(events.stream()
                        .map(event -> new Heard<>(event, json.treeToValue(event.data(), data)))
                        .toList())));
        return this;
    }

    /** Handles all events that no other handler is for. */
    public EventSubscription onAny(BiFunction<ReceivedEvent, JsonNode, Mono<Void>> handler) {
        otherwise = new Handler.Each((event, _) -> handler.apply(event, event.data()));
        return this;
    }

    /** The same at once, as with {@link #onTogether}. */
    public EventSubscription onAnyTogether(Function<List<ReceivedEvent>, Mono<Void>> handler) {
        otherwise = new Handler.Together((events, _) -> handler.apply(events));
        return this;
    }

    /** Does this once for all events of a transaction, before the first of them is handled. */
    public EventSubscription first(Function<List<ReceivedEvent>, Mono<Void>> work) {
        first = work;
        return this;
    }

    public String name() {
        return name;
    }

    public String from() {
        return from;
    }

    Mono<Void> first(List<ReceivedEvent> events) {
        return first.apply(events);
    }

    /** What to do with events of a type, or null if they do not concern this subscription. */
    @Nullable
    Handler handlerOf(String type) {
        return handlers.getOrDefault(type, otherwise);
    }

    /** @throws IllegalArgumentException if the record is not an event of REMS */
    boolean wants(ConsumerRecord<String, byte[]> message) {
        return handlerOf(ReceivedEvent.typeOf(message)) != null;
    }
}
