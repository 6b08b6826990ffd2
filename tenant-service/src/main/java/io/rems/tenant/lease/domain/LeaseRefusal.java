package io.rems.tenant.lease.domain;

import io.rems.platform.Refusal;

/** Why a lease stays in its state. */
public enum LeaseRefusal implements Refusal {
    LEASE_NOT_DRAFT("Only a draft can be activated; this lease was activated before."),
    LEASE_NOT_ACTIVE("Only an active lease can end or be terminated."),
    LEASE_NOT_OVER("The last day of this lease has not passed. To stop it earlier, terminate it."),
    TERMINATION_OUTSIDE_PERIOD(
            "A lease is terminated on one of its own days: choose a day between its first and last.");

    private final String detail;

    LeaseRefusal(String detail) {
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
