package io.rems.approval.recurrence;

/** Whether something still comes again. */
enum RecurringStatus {
    ACTIVE,
    PAUSED,
    ENDED
}
