package io.rems.tenant;

import io.rems.platform.Refusal;
import java.util.Map;

/** The client chose an identifier that is in use, as a repeated import does. */
public record Duplicate(String what, Object id) implements Refusal {

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        return "There is already a " + what + " " + id + ". Read it, or choose another id.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("id", id);
    }
}
