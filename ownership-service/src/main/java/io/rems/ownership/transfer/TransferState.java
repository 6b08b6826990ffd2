package io.rems.ownership.transfer;

import io.rems.ownership.transfer.domain.Transfer;

/** The states of a transfer by name. */
public enum TransferState {
    SCHEDULED,
    FAILED,
    CANCELLED,
    EXECUTED,
    REVERSED;

    public static TransferState of(Transfer transfer) {
        return switch (transfer) {
            case Transfer.Scheduled _ -> SCHEDULED;
            case Transfer.Failed _ -> FAILED;
            case Transfer.Cancelled _ -> CANCELLED;
            case Transfer.Executed _ -> EXECUTED;
            case Transfer.Reversed _ -> REVERSED;
        };
    }
}
