package io.rems.ownership.transfer.domain;

import static java.util.stream.Collectors.joining;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The giver has less than he is to give, on the day or a later one: tells the days.
 *
 * @param later what he is going to hold that begins after the day
 */
public record TransferExceedsHolding(List<Shortage> shortages, List<OwnershipPeriod> later) implements Refusal {

    public TransferExceedsHolding {
        shortages = List.copyOf(shortages);
        later = List.copyOf(later);
    }

    @Override
    public String code() {
        return "TRANSFER_EXCEEDS_HOLDING";
    }

    @Override
    public String detail() {
        return "More is given than is held: "
                + shortages.stream().limit(3).map(Shortage::inWords).collect(joining("; "))
                + ". Give less, choose another day, or say until when it is given.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "days",
                Shortage.facts(shortages),
                "laterPeriods",
                later.stream().map(TransferExceedsHolding::facts).toList());
    }

    private static Map<String, Object> facts(OwnershipPeriod period) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("periodId", period.id().value());
        facts.put("share", period.share().toString());
        facts.put("from", period.validity().from());
        if (period.validity().to() != null) {
            facts.put("to", period.validity().to());
        }
        return facts;
    }
}
