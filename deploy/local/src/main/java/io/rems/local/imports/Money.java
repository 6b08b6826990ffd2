package io.rems.local.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount, which the API takes as text, so that nothing on the way rounds it. */
record Money(BigDecimal value, Currency currency) {

    record Written(String amount, String currency) {}

    @JsonValue
    Written written() {
        return new Written(value.toPlainString(), currency.getCurrencyCode());
    }
}
