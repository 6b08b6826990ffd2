package io.rems.ownership.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.Portfolio.Holding;
import io.rems.ownership.ownership.Portfolio.Value;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner and, where there is one, a property that he holds. */
record HeldRow(String ownerName, @Nullable UUID mergedInto, Optional<Holding> holding) {

    static HeldRow of(Row row) {
        var holding = Optional.ofNullable(row.get("id", UUID.class)).map(property -> held(property, row));
        return new HeldRow(row.get("owner_name", String.class), row.get("merged_into", UUID.class), holding);
    }

    private static Holding held(UUID property, Row row) {
        return new Holding(
                property,
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("location", String.class),
                Share.of(row.get("share_numerator", Long.class), row.get("share_denominator", Long.class)),
                row.get("primary_contact", Boolean.class),
                value(row));
    }

    private static @Nullable Value value(Row row) {
        var minor = row.get("amount_minor", Long.class);
        return minor == null
                ? null
                : new Value(
                        new Money(minor, Currency.getInstance(row.get("currency", String.class))),
                        row.get("valued_on", LocalDate.class),
                        row.get("method", String.class));
    }
}
