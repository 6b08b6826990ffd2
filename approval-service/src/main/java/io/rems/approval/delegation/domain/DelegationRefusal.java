package io.rems.approval.delegation.domain;

import io.rems.platform.Refusal;

/** Why an owner cannot have this delegate. */
public enum DelegationRefusal implements Refusal {
    SELF_DELEGATION(
            "Whoever grants a delegation, or is linked to the owner himself, cannot be its delegate: name somebody else."),
    DELEGATION_CYCLE("The delegate, or somebody who acts for him in those days, is represented by this owner already;"
            + " choose other days or another delegate."),
    NOTHING_HELD("The owner holds nothing now or later that a delegation could be for.");

    private final String detail;

    DelegationRefusal(String detail) {
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
