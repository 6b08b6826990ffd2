package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.Terms.Acquisition;

/** Why shares change hands; says how those who receive them have acquired them. */
public enum TransferKind {
    SALE(Acquisition.PURCHASE),
    INHERITANCE(Acquisition.INHERITANCE),
    GIFT(Acquisition.GIFT),
    SETTLEMENT(Acquisition.TRANSFER),
    OTHER(Acquisition.TRANSFER);

    private final Acquisition acquisition;

    TransferKind(Acquisition acquisition) {
        this.acquisition = acquisition;
    }

    public Acquisition acquisition() {
        return acquisition;
    }
}
