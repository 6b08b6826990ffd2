package io.rems.approval.decision.domain;

import java.util.List;

/** In whose stead somebody may decide on an expense, and in whose he may not although he stands for them otherwise. */
public record Standing(List<Mandate> mandates, List<Shortfall> shortfalls) {

    /** Who stands for nobody but himself. */
    public static final Standing OWN = new Standing(List.of(), List.of());

    public Standing {
        mandates = List.copyOf(mandates);
        shortfalls = List.copyOf(shortfalls);
    }

    /** @param against codes of what keeps the mandate from reaching this expense */
    public record Shortfall(Mandate mandate, List<String> against) {}
}
