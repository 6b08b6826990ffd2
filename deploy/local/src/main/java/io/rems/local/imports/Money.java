package io.rems.local.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** An amount as the API writes it. */
record Money(BigDecimal value, Currency currency) {

    @JsonValue
    Map<String, String> written() {
        return Map.of("amount", value.toPlainString(), "currency", currency.getCurrencyCode());
    }
}
