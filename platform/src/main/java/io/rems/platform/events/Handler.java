package io.rems.platform.events;

import java.util.List;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a subscription does with its events: with each by itself, or with all that came one after the other at once. */
sealed interface Handler {

    record Each(BiFunction<ReceivedEvent, JsonMapper, Mono<Void>> work) implements Handler {}

    record Together(BiFunction<List<ReceivedEvent>, JsonMapper, Mono<Void>> work) implements Handler {}
}
