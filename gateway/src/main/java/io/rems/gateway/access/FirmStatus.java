package io.rems.gateway.access;

/** Whether a firm is served: a suspended one can be read by its administrators, a closed one by nobody. */
enum FirmStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
