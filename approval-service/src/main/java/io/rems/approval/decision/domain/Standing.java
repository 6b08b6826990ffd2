package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.OwnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In whose stead somebody may decide on an expense, and in whose he may not although he stands for them otherwise. */
public record Standing(List<Mandate> mandates, List<Shortfall> shortfalls) {

    /** Who stands for nobody but himself. */
    public static final Standing OWN = new Standing(List.of(), List.of());

    public Standing {
        mandates = List.copyOf(mandates);
        shortfalls = List.copyOf(shortfalls);
    }

    /** What of it concerns one owner. */
    Standing of(OwnerId owner) {
        return new Standing(
                mandates.stream()
                        .filter(mandate -> mandate.owner().equals(owner))
                        .toList(),
                shortfalls.stream()
                        .filter(shortfall -> shortfall.mandate().owner().equals(owner))
                        .toList());
    }

    @Nullable
    Mandate mandateOf(OwnerId owner) {
        return mandates.stream()
                .filter(mandate -> mandate.owner().equals(owner))
                .findFirst()
                .orElse(null);
    }

    /** @param against codes of what keeps the mandate from reaching this expense */
    public record Shortfall(Mandate mandate, List<String> against) {}
}
