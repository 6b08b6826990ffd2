package io.rems.approval.routing.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is otherwise for a property or an owner, as its row holds it. */
final class OverrideRow {

    private OverrideRow() {}

    static Versioned<PolicyOverride> versioned(Row row) {
        var override = new PolicyOverride(
                Origin.valueOf(row.get("origin", String.class)),
                row.get("subject_id", UUID.class),
                rule(row),
                limit(row));
        return new Versioned<>(override, row.get("version", Long.class));
    }

    static @Nullable Rule rule(Row row) {
        var rule = row.get("rule", String.class);
        return rule == null ? null : Rule.valueOf(rule);
    }

    static @Nullable Money limit(Row row) {
        var minor = row.get("limit_minor", Long.class);
        return minor == null ? null : new Money(minor, Currency.getInstance(row.get("limit_currency", String.class)));
    }
}
