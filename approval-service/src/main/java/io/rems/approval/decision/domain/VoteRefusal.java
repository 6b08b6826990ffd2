package io.rems.approval.decision.domain;

import io.rems.platform.Refusal;

/** Why somebody is not heard. */
public enum VoteRefusal implements Refusal {
    NOT_A_VOTER("You have no vote on this expense: it is for the holders of the property on the expense date."),
    OWN_SUBMISSION("You submitted this expense yourself; somebody else must decide on it."),
    OWNER_SUBMITTED("Who alone signs in for this owner submitted the expense; somebody else must decide on it."),
    ALREADY_VOTED("The vote for your part is given already; wait for the others."),
    NOT_THE_SUBMITTER("Only who submitted the expense takes it back, or an administrator."),
    SAME_HOLDERS("Those who are asked hold the property on the expense date still, in the same parts.");

    private final String detail;

    VoteRefusal(String detail) {
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
