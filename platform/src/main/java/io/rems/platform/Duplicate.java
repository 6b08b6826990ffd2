package io.rems.platform;

import java.util.Map;

/** The firm has one like this already; an import may take it as done. */
public record Duplicate(String what, String field) implements Refusal {

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        return "The firm has a " + what + " with this " + field + " already. Use it, or choose another " + field + ".";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", field);
    }
}
