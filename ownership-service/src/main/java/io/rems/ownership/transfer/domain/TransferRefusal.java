package io.rems.ownership.transfer.domain;

import io.rems.platform.Refusal;

/** Why a transfer cannot be made, or cannot become what it is asked to become. */
public enum TransferRefusal implements Refusal {
    TRANSFER_TO_GIVER("Nobody gives to himself. Name another one who receives."),
    SHARE_TOO_FINE("A share would be divided into more than 1000000000 parts. Give a share with smaller numbers."),
    NOTHING_TO_INHERIT("The owner holds nothing on that day or after it. Choose an earlier day."),
    TRANSFER_DAY_PAST("What is scheduled takes effect on a day to come. Choose a later day, or do not schedule it."),
    TRANSFER_ENDS_BEFORE("What is given ends on that day or before it. Choose an earlier day."),
    TRANSFER_NOT_EXECUTED("The transfer has not taken effect. Cancel it instead."),
    ALREADY_EXECUTED("The transfer has taken effect. Reverse it instead."),
    ALREADY_CANCELLED("The transfer was cancelled. Record a new one."),
    ALREADY_REVERSED("The transfer was reversed. Record a new one."),
    REVERSAL_OUT_OF_TIME(
            "It can be reversed from its own day on, as long as what was received lasts. Choose such a day.");

    private final String detail;

    TransferRefusal(String detail) {
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
