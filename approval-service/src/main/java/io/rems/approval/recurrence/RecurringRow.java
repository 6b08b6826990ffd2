package io.rems.approval.recurrence;

import io.r2dbc.spi.Row;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** How a recurring expense stands in the database. */
final class RecurringRow {

    private RecurringRow() {}

    static Versioned<RecurringExpense> recurring(Row row) {
        var schedule = new Schedule(
                row.get("every_months", Integer.class),
                row.get("day", Integer.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
        return new Versioned<>(
                new RecurringExpense(
                        row.get("id", UUID.class),
                        details(row),
                        schedule,
                        row.get("submit", Boolean.class),
                        row.get("submitter", UUID.class),
                        RecurringStatus.valueOf(row.get("status", String.class)),
                        row.get("next_on", LocalDate.class),
                        row.get("stopped_because", String.class)),
                row.get("version", Long.class));
    }

    private static Details details(Row row) {
        var currency = Currency.getInstance(row.get("currency", String.class));
        var tax = row.get("tax_minor", Long.class);
        return new Details(
                new PropertyId(row.get("property_id", UUID.class)),
                row.get("unit_id", UUID.class),
                row.get("category_id", UUID.class),
                row.get("type_id", UUID.class),
                row.get("vendor_id", UUID.class),
                new Money(row.get("amount_minor", Long.class), currency),
                tax == null ? null : new Money(tax, currency),
                row.get("expense_date", LocalDate.class),
                row.get("description", String.class),
                Priority.valueOf(row.get("priority", String.class)));
    }
}
