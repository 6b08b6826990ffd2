package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Somebody was quicker; the facts say how it ended, so that the portal need not ask. */
public record AlreadyDecided(Decision decision) implements Refusal {

    @Override
    public String code() {
        return "ALREADY_DECIDED";
    }

    @Override
    public String detail() {
        return "The expense was already " + decision.verdict().name().toLowerCase(Locale.ROOT)
                + "; nothing is left to decide.";
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("outcome", decision.verdict());
        facts.put("decidedAt", decision.at());
        facts.put("automatic", decision.automatic());
        if (decision.by() != null) {
            facts.put("decidedBy", decision.by().value());
        }
        return facts;
    }
}
