package io.rems.local.imports;

import static io.rems.local.imports.Values.joined;
import static io.rems.local.imports.Values.money;
import static io.rems.local.imports.Values.text;

import java.util.List;
import java.util.stream.Stream;

/** Expenses keep in words what REMS does not take over as facts: that they were approved, and how they were paid. */
final class Expenses {

    private static final String AMOUNT = "amount";
    private static final Value DESCRIPTION = text("description", 1000).required();
    private static final Value PAST = joined(", ", "payment_status", "payment_method", "payment_reference", "notes");

    private Expenses() {}

    static Value amount() {
        var amount = money(AMOUNT, "currency").required();
        return Value.of(amount.columns(), row -> {
            var money = amount.of(row);
            if (money instanceof Money some && some.value().signum() == 0) {
                throw new BadCell(AMOUNT, "an expense is more than nothing");
            }
            return money;
        });
    }

    static Value description() {
        var columns = Stream.of(DESCRIPTION, PAST)
                .flatMap(value -> value.columns().stream())
                .toList();
        return Value.of(List.copyOf(columns), row -> {
            var past = PAST.of(row);
            return past == null ? DESCRIPTION.of(row) : "%s (legacy: %s)".formatted(DESCRIPTION.of(row), past);
        });
    }
}
