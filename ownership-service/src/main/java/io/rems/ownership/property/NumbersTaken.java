package io.rems.ownership.property;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;

/** Units of the property have some of the numbers already: none is created, and all of them are named. */
record NumbersTaken(List<String> numbers) implements Refusal {

    private static final int SAID = 10;

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        var first = String.join(", ", numbers.stream().limit(SAID).toList());
        return "The property has units with %d of these numbers already: %s%s. Choose another pattern or other floors."
                .formatted(numbers.size(), first, numbers.size() > SAID ? " ..." : "");
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", "number", "numbers", numbers);
    }
}
