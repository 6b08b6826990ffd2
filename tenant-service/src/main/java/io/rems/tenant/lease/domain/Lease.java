package io.rems.tenant.lease.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;

import io.rems.platform.Outcome;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseActivated;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseDrafted;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseEnded;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseTerminated;
import java.time.LocalDate;

/** A lease from draft to its end: each state knows what may follow. */
public sealed interface Lease {

    LeaseTerms terms();

    record Draft(LeaseTerms terms) implements Lease {}

    record Active(LeaseTerms terms) implements Lease {}

    /** Lived to its last day. */
    record Ended(LeaseTerms terms) implements Lease {}

    /** Broken off; {@code on} is the last day on which the tenant has the unit. */
    record Terminated(LeaseTerms terms, LocalDate on, String reason) implements Lease {}

    static Outcome<Lease, LeaseEvent> draft(LeaseTerms terms) {
        return accepted(new Draft(terms), new LeaseDrafted(terms));
    }

    default Outcome<Lease, LeaseEvent> activate() {
        return switch (this) {
            case Draft(var terms) -> accepted(new Active(terms), new LeaseActivated(terms));
            case Active _, Ended _, Terminated _ -> refused(LeaseRefusal.LEASE_NOT_DRAFT);
        };
    }

    /** Closes a lease whose days are over. It does not end by itself: tenants stay on, and somebody must have looked. */
    default Outcome<Lease, LeaseEvent> end(LocalDate today) {
        return switch (this) {
            case Active(var terms) when !terms.period().isOverOn(today) -> refused(LeaseRefusal.LEASE_NOT_OVER);
            case Active(var terms) -> accepted(new Ended(terms), new LeaseEnded(terms));
            case Draft _, Ended _, Terminated _ -> refused(LeaseRefusal.LEASE_NOT_ACTIVE);
        };
    }

    default Outcome<Lease, LeaseEvent> terminate(LocalDate on, String reason) {
        return switch (this) {
            case Active(var terms)
            when !terms.period().contains(on) -> refused(LeaseRefusal.TERMINATION_OUTSIDE_PERIOD);
            case Active(var terms) ->
                accepted(new Terminated(terms, on, reason), new LeaseTerminated(terms, on, reason));
            case Draft _, Ended _, Terminated _ -> refused(LeaseRefusal.LEASE_NOT_ACTIVE);
        };
    }
}
