package io.rems.reporting.portfolio;

import io.r2dbc.spi.Row;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;

/** An approved expense with all that dividing it needs. */
record ApprovedExpense(UUID id, UUID property, Money amount, LocalDate date) {

    static ApprovedExpense of(Row row) {
        return new ApprovedExpense(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("property_id", UUID.class)),
                new Money(
                        Objects.requireNonNull(row.get("amount_minor", Long.class)),
                        Currency.getInstance(row.get("currency", String.class))),
                Objects.requireNonNull(row.get("spent_on", LocalDate.class)));
    }
}
