package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An amount that may be missing stands in two columns: {@code base_rent_minor} and {@code base_rent_currency}. */
final class MoneyColumns {

    private MoneyColumns() {}

    static FirmSql.Statement bind(FirmSql.Statement statement, String name, @Nullable Money amount) {
        return statement
                .bindNullable(name + "_minor", amount == null ? null : amount.minor(), Long.class)
                .bindNullable(
                        name + "_currency",
                        amount == null ? null : amount.currency().getCurrencyCode(),
                        String.class);
    }

    static @Nullable Money in(Row row, String name) {
        var minor = row.get(name + "_minor", Long.class);
        var currency = row.get(name + "_currency", String.class);
        return minor == null || currency == null ? null : new Money(minor, Currency.getInstance(currency));
    }
}
