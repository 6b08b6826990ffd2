package io.rems.ownership.ownership.domain;

/** What kind of change it was, as records and other services name it. */
public enum ChangeKind {
    PERIOD_ADDED,
    PERIOD_ENDED,
    PERIOD_CORRECTED,
    PERIOD_ANNULLED,
    TABLE_ASSIGNED,
    SHARES_TRANSFERRED,
    TRANSFER_REVERSED,
    OWNER_REPLACED;

    public static ChangeKind of(OwnershipEvent event) {
        return switch (event) {
            case OwnershipEvent.PeriodAdded _ -> PERIOD_ADDED;
            case OwnershipEvent.PeriodEnded _ -> PERIOD_ENDED;
            case OwnershipEvent.PeriodCorrected _ -> PERIOD_CORRECTED;
            case OwnershipEvent.PeriodAnnulled _ -> PERIOD_ANNULLED;
            case OwnershipEvent.TableAssigned _ -> TABLE_ASSIGNED;
            case OwnershipEvent.SharesTransferred _ -> SHARES_TRANSFERRED;
            case OwnershipEvent.TransferReversed _ -> TRANSFER_REVERSED;
            case OwnershipEvent.OwnerReplaced _ -> OWNER_REPLACED;
        };
    }
}
