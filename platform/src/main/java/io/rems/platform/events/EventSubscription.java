package io.rems.platform.events;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service wants to hear from another, and what it does then: declared as a bean. A handler runs in the event's
 * firm, in one transaction with the inbox row, so that its effect happens once however often the event comes.
 */
public final class EventSubscription {
    private final String name;
    private final String from;
    private final Map<String, Function<JsonMapper, Function<ReceivedEvent, Mono<Void>>>> handlers = new HashMap<>();
    private @Nullable BiFunction<ReceivedEvent, JsonNode, Mono<Void>> otherwise;

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

    /** Handles events of a type; the record declares only the fields that it uses. */
    public <T> EventSubscription on(String type, Class<T> data, BiFunction<ReceivedEvent, T, Mono<Void>> handler) {
        handlers.put(type, json -> event -> handler.apply(event, json.treeToValue(event.data(), data)));
        return this;
    }

    /** Handles all events that no other handler is for. */
    public EventSubscription onAny(BiFunction<ReceivedEvent, JsonNode, Mono<Void>> handler) {
        otherwise = handler;
        return this;
    }

    public String name() {
        return name;
    }

    public String from() {
        return from;
    }

    /** What to do with an event, or null if it does not concern this subscription. */
    @Nullable
    Function<ReceivedEvent, Mono<Void>> handlerOf(ReceivedEvent event, JsonMapper json) {
        var handler = handlers.get(event.type());
        if (handler != null) {
            return handler.apply(json);
        }
        var any = otherwise;
        return any == null ? null : received -> any.apply(received, received.data());
    }
}
