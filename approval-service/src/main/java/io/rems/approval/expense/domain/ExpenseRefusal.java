package io.rems.approval.expense.domain;

import io.rems.platform.Refusal;

/** Why an expense does not move on. */
public enum ExpenseRefusal implements Refusal {
    ALREADY_SUBMITTED("The expense was submitted before; its state says how far it is.");

    private final String detail;

    ExpenseRefusal(String detail) {
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
