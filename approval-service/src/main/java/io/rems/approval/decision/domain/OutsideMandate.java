package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;

/** He stands for one of those who are asked, but not in this; the facts say why. */
public record OutsideMandate(List<Standing.Shortfall> shortfalls) implements Refusal {

    public OutsideMandate {
        shortfalls = List.copyOf(shortfalls);
    }

    @Override
    public String code() {
        return "OUTSIDE_MANDATE";
    }

    @Override
    public String detail() {
        return "Your delegation does not reach this expense, or not any more; its owner decides, or grants another.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "delegations",
                shortfalls.stream()
                        .map(shortfall -> Map.of(
                                "ownerId",
                                shortfall.mandate().owner().value(),
                                "delegationIds",
                                shortfall.mandate().delegations().stream()
                                        .map(DelegationId::value)
                                        .toList(),
                                "against",
                                shortfall.against()))
                        .toList());
    }
}
