package io.rems.ownership.history;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Where a history is really recorded: what the oracle is held against. */
interface Book {

    /** What counts now. */
    List<Held> periods();

    enum Answer {
        /** Then another moment can be asked about. */
        ACCEPTED,
        REFUSED,
        /** Of no use to the arithmetic: a share would have more parts than anybody may hold. */
        TOO_FINE
    }

    Answer ask(Step step);

    /** Who holds what, the firm included, by day, as it was known after so many accepted steps. */
    IntFunction<Map<String, String>> knownAfter(int steps);
}
