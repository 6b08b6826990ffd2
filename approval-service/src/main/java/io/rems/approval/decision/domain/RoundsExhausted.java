package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;

/** It was given back as often as it can be; what is left is a word. */
public record RoundsExhausted(int returns) implements Refusal {

    @Override
    public String code() {
        return "ROUNDS_EXHAUSTED";
    }

    @Override
    public String detail() {
        return "The expense was given back " + returns + " times already: approve or reject it.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("returns", returns, "remaining", List.of("APPROVE", "REJECT"));
    }
}
