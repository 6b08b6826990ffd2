package io.rems.ownership.ownership.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One command of a history. A new kind is a record here, a case in the oracle and one in each book. */
sealed interface Step {

    record Add(Held period) implements Step {}

    record End(Held period, int day) implements Step {}

    record Correct(Held period, Held right) implements Step {}

    record Annul(Held period) implements Step {}

    record Assign(int from, @Nullable Integer until, Map<String, String> shares) implements Step {}
}
