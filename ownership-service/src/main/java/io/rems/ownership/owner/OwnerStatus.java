package io.rems.ownership.owner;

/** Whether the firm still works for the owner; who is archived stays readable. */
enum OwnerStatus {
    ACTIVE,
    ARCHIVED
}
