package io.rems.ownership.property;

/** Whether the firm still works with it; what is archived stays readable. */
enum PropertyStatus {
    ACTIVE,
    ARCHIVED
}
