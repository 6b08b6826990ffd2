package io.rems.approval.decision;

import io.rems.platform.Refusal;

/** Why there is nothing to decide on. */
enum DecisionRefusal implements Refusal {
    NOT_PENDING("The expense is not before anyone yet: submit it, or wait until it is routed.");

    private final String detail;

    DecisionRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String detail() {
        return detail;
    }
}
