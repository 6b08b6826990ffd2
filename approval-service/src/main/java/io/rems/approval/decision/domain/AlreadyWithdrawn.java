package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;
import java.util.Map;

/** It was taken back; nobody is asked any more. */
public record AlreadyWithdrawn(Remark reason) implements Refusal {

    @Override
    public String code() {
        return "ALREADY_WITHDRAWN";
    }

    @Override
    public String detail() {
        return "The expense was taken back; nothing is left to decide.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "outcome",
                "WITHDRAWN",
                "withdrawnBy",
                reason.by().value(),
                "withdrawnAt",
                reason.at(),
                "reason",
                reason.text());
    }
}
