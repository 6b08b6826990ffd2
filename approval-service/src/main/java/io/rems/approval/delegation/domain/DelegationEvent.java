package io.rems.approval.delegation.domain;

/** What happened to a delegation; private to the service, the wire has forms of its own. */
public sealed interface DelegationEvent {

    Delegation delegation();

    record Granted(Delegation delegation) implements DelegationEvent {}

    record Ended(Delegation delegation, Ending ending) implements DelegationEvent {}
}
