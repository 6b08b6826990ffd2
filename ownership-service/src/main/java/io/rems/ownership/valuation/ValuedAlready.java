package io.rems.ownership.valuation;

import io.rems.platform.Refusal;
import java.util.Map;

/** A property has one value on a day; another figure for that day is a correction. */
record ValuedAlready() implements Refusal {

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        return "The property has a valuation of this day. Correct that one, or choose another day.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", "valuedOn");
    }
}
