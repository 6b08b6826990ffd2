package io.rems.approval.delegation.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Ending;
import io.rems.approval.delegation.domain.Limits;
import io.rems.approval.delegation.domain.Window;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a delegation stands in the database. */
final class DelegationRow {

    static final String COLUMNS = """
            d.id, d.version, d.owner_id, d.delegate_id, d.from_day, d.until_day, d.most_minor, d.currency, d.properties,
            d.categories, d.reason, d.granted_by, d.granted_at, d.ended_because, d.ended_at, d.ended_by, d.end_reason""";

    private DelegationRow() {}

    static Delegation delegation(Row row) {
        return new Delegation(
                new DelegationId(row.get("id", UUID.class)),
                new OwnerId(row.get("owner_id", UUID.class)),
                new PersonId(row.get("delegate_id", UUID.class)),
                new Window(row.get("from_day", LocalDate.class), row.get("until_day", LocalDate.class)),
                limits(row),
                row.get("reason", String.class),
                new PersonId(row.get("granted_by", UUID.class)),
                row.get("granted_at", Instant.class),
                ending(row));
    }

    /** None is null: no limit. */
    static UUID @Nullable [] limit(Collection<UUID> identifiers) {
        return identifiers.isEmpty() ? null : identifiers.stream().sorted().toArray(UUID[]::new);
    }

    private static Limits limits(Row row) {
        var most = row.get("most_minor", Long.class);
        return new Limits(
                most == null ? null : new Money(most, Currency.getInstance(row.get("currency", String.class))),
                set(row, "properties").stream().map(PropertyId::new).collect(Collectors.toSet()),
                set(row, "categories"));
    }

    private static Set<UUID> set(Row row, String column) {
        var found = row.get(column, UUID[].class);
        return found == null ? Set.of() : Arrays.stream(found).collect(Collectors.toSet());
    }

    private static @Nullable Ending ending(Row row) {
        var because = row.get("ended_because", String.class);
        if (because == null) {
            return null;
        }
        var by = row.get("ended_by", UUID.class);
        return new Ending(
                Ending.Cause.valueOf(because),
                requireNonNull(row.get("ended_at", Instant.class)),
                by == null ? null : new PersonId(by),
                row.get("end_reason", String.class));
    }
}
