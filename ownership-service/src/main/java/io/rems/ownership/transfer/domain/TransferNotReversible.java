package io.rems.ownership.transfer.domain;

import static java.util.stream.Collectors.joining;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;

/** What was received is no longer held: tells by whom and on which days. */
public record TransferNotReversible(List<Shortage> shortages) implements Refusal {

    public TransferNotReversible {
        shortages = List.copyOf(shortages);
    }

    @Override
    public String code() {
        return "TRANSFER_NOT_REVERSIBLE";
    }

    @Override
    public String detail() {
        return "What was received is no longer held: "
                + shortages.stream().limit(3).map(Shortage::inWords).collect(joining("; "))
                + ". Reverse the later changes first, or choose a day on which it is held.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("days", Shortage.facts(shortages));
    }
}
