package io.rems.approval.expense.domain;

import io.rems.platform.Refusal;

/** Why an expense does not move on. */
public enum ExpenseRefusal implements Refusal {
    ALREADY_SUBMITTED("The expense was submitted before; its state says how far it is."),
    NOT_A_DRAFT("Only drafts are deleted; declare the expense void instead."),
    UNDER_DECISION("The expense waits for a decision; withdraw it, or declare it void after that."),
    NOT_SUBMITTED("The expense was put before nobody; there is nothing to withdraw."),
    ALREADY_WITHDRAWN("The expense was withdrawn already; change it and submit it again, or declare it void."),
    ALREADY_VOID("The expense is void already."),
    NOT_APPROVED("The expense is not approved; nothing is paid before that."),
    ALREADY_PAID("The expense is paid already.");

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
