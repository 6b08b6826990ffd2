package io.rems.firm.firm;

/** A suspended firm is read by its administrators and changed by nobody; a closed one is not entered at all. */
public enum FirmStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
