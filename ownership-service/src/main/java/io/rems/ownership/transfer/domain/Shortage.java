package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Days on which somebody is to give more than he has. */
public record Shortage(Party party, Validity days, Share held, Share asked) {

    boolean isOne() {
        return asked.isMoreThan(held);
    }

    Share missing() {
        return asked.minus(held);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("from", days.from());
        if (days.to() != null) {
            facts.put("to", days.to());
        }
        facts.putAll(facts(party));
        facts.put("held", held.toString());
        facts.put("asked", asked.toString());
        facts.put("missing", missing().toString());
        return facts;
    }

    String inWords() {
        var until = days.to();
        return "%s %s has %s, not %s"
                .formatted(
                        until == null
                                ? "from " + days.from() + " on"
                                : "from " + days.from() + " to " + until.minusDays(1),
                        party.name(),
                        held,
                        asked);
    }

    static List<Map<String, Object>> facts(List<Shortage> shortages) {
        return shortages.stream().map(Shortage::facts).toList();
    }

    private static Map<String, Object> facts(Party party) {
        return switch (party) {
            case Party.Owner(var holder) -> Map.of("type", "OWNER", "ownerId", holder.ownerId(), "name", holder.name());
            case Party.Firm _ -> Map.of("type", "FIRM_DEFAULT");
        };
    }
}
