package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;
import java.util.Map;

/** Somebody has given it back; the next round begins when it is submitted again. */
public record AlreadyReturned(Remark reason) implements Refusal {

    @Override
    public String code() {
        return "ALREADY_RETURNED";
    }

    @Override
    public String detail() {
        return "The expense was given back for information; you are asked again once it is submitted again.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "outcome",
                "RETURNED",
                "returnedBy",
                reason.by().value(),
                "returnedAt",
                reason.at(),
                "reason",
                reason.text());
    }
}
