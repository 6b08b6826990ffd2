package io.rems.platform;

import java.util.List;

/** What the domain answers to a command: a refusal is a value, so that no caller overlooks it. */
public sealed interface Outcome<S, E> {

    /** The new state and what happened, in order. */
    record Accepted<S, E>(S state, List<E> events) implements Outcome<S, E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happened. */
    record Refused<S, E>(Refusal refusal) implements Outcome<S, E> {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <S, E> Outcome<S, E> accepted(S state, E... events) {
        return new Accepted<>(state, List.of(events));
    }

    static <S, E> Outcome<S, E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
