package io.rems.ownership.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One command of a history. A new kind is a record here, a case in the oracle and one in each book. */
sealed interface Step {

    record Add(Held period) implements Step {}

    record End(Held period, int day) implements Step {}

    record Correct(Held period, Held right) implements Step {}

    record Annul(Held period) implements Step {}

    /** A share of the giver's, or of the firm's, goes to others, on these days. */
    record Transfer(
            String giver,
            Map<String, String> awards,
            int from,
            @Nullable Integer until) implements Step {}

    /** All that the owner holds from a day on. */
    record Inherit(String owner, Map<String, String> fractions, int from) implements Step {}

    /** Takes back one of those that changed hands, in their order, from a day on. */
    record Reverse(int transfer, int from) implements Step {}

    record Assign(int from, @Nullable Integer until, Map<String, String> shares) implements Step {}
}
