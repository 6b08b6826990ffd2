package io.rems.ownership.ownership.domain;

/** What happened to the ownership of a property. */
public sealed interface OwnershipEvent {

    record PeriodAdded(OwnershipPeriod period) implements OwnershipEvent {}

    record PeriodEnded(OwnershipPeriod before, OwnershipPeriod after) implements OwnershipEvent {}
}
