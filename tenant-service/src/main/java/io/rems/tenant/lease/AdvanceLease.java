package io.rems.tenant.lease;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.tenant.firm.FirmCalendar;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseEvent;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.premises.Archivals;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Leads a lease from one state to the next. */
@Service
public class AdvanceLease {

    private final Leases leases;
    private final Occupancy occupancy;
    private final LeaseEvents events;
    private final Archivals archivals;
    private final FirmCalendar calendar;
    private final Transactions transactions;

    AdvanceLease(
            Leases leases,
            Occupancy occupancy,
            LeaseEvents events,
            Archivals archivals,
            FirmCalendar calendar,
            Transactions transactions) {
        this.leases = leases;
        this.occupancy = occupancy;
        this.events = events;
        this.archivals = archivals;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    public Mono<Void> activate(LeaseId id) {
        return advance(id, Lease::activate);
    }

    public Mono<Void> end(LeaseId id) {
        return calendar.today().flatMap(today -> advance(id, lease -> lease.end(today)));
    }

    public Mono<Void> terminate(LeaseId id, LocalDate on, String reason) {
        return advance(id, lease -> lease.terminate(on, reason));
    }

    private Mono<Void> advance(LeaseId id, Function<Lease, Outcome<Lease, LeaseEvent>> step) {
        return transactions.inFirm(leases.hold(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("lease", id)))
                .flatMap(lease -> settle(lease, step.apply(lease.value()))));
    }

    private Mono<Void> settle(Versioned<Lease> before, Outcome<Lease, LeaseEvent> outcome) {
        return switch (outcome) {
            case Refused(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted(var next, var happened) ->
                leases.save(before.with(next).saved())
                        .then(occupy(next))
                        .then(events.append(happened, before.version()));
        };
    }

    private Mono<Void> occupy(Lease lease) {
        return switch (lease) {
            case Lease.Active active ->
                archivals.mustBeLet(active.terms().premises().unit()).then(Mono.defer(() -> occupancy.take(active)));
            case Lease.Terminated terminated -> occupancy.release(terminated);
            case Lease.Draft _, Lease.Ended _ -> Mono.empty();
        };
    }
}
