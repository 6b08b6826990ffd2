package io.rems.ownership.property;

/** Whether a unit can still be let; what is archived stays readable. */
enum UnitStatus {
    ACTIVE,
    ARCHIVED
}
