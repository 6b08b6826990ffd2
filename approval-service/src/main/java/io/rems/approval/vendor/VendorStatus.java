package io.rems.approval.vendor;

/** Whether a vendor gets further work: nothing is submitted for, or paid to, a blocked one. */
enum VendorStatus {
    ACTIVE,
    BLOCKED
}
