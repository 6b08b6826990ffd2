package io.rems.tenant.lease.domain;

import java.time.LocalDate;

/** What happened to a lease. */
public sealed interface LeaseEvent {

    LeaseTerms terms();

    record LeaseDrafted(LeaseTerms terms) implements LeaseEvent {}

    record LeaseActivated(LeaseTerms terms) implements LeaseEvent {}

    record LeaseEnded(LeaseTerms terms) implements LeaseEvent {}

    record LeaseTerminated(LeaseTerms terms, LocalDate on, String reason) implements LeaseEvent {}
}
