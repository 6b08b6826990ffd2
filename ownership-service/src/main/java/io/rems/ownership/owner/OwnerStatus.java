package io.rems.ownership.owner;

/** Whether the firm still works for the owner under this entry; who is archived or goes on under another stays readable. */
enum OwnerStatus {
    ACTIVE,
    ARCHIVED,
    MERGED
}
