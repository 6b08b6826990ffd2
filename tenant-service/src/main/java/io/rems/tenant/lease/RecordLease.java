package io.rems.tenant.lease;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import io.rems.tenant.firm.FirmCalendar;
import io.rems.tenant.lease.domain.Lease;
import io.rems.tenant.lease.domain.LeaseEvent;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeaseRecord;
import io.rems.tenant.lease.domain.Parties;
import io.rems.tenant.lease.domain.Premises;
import io.rems.tenant.premises.Archivals;
import io.rems.tenant.premises.Units;
import io.rems.tenant.tenant.Tenants;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Writes a lease down: usually a draft, for imports in the state that the books give it. */
@Service
public class RecordLease {

    private final Leases leases;
    private final Occupancy occupancy;
    private final LeaseEvents events;
    private final Units units;
    private final Archivals archivals;
    private final Tenants tenants;
    private final FirmCalendar calendar;
    private final Transactions transactions;

    RecordLease(
            Leases leases,
            Occupancy occupancy,
            LeaseEvents events,
            Units units,
            Archivals archivals,
            Tenants tenants,
            FirmCalendar calendar,
            Transactions transactions) {
        this.leases = leases;
        this.occupancy = occupancy;
        this.events = events;
        this.units = units;
        this.archivals = archivals;
        this.tenants = tenants;
        this.calendar = calendar;
        this.transactions = transactions;
    }

    /** {@code lease} completes what the client wrote with the property that the unit is part of. */
    public Mono<LeaseId> record(UUID unit, Function<Premises, LeaseRecord> lease) {
        return transactions.inFirm(units.propertyOf(unit)
                .map(property -> lease.apply(new Premises(unit, property)))
                .flatMap(written -> signedByKnown(written.terms().parties())
                        .then(calendar.today())
                        .flatMap(today -> settle(written.replayed(today)))));
    }

    private Mono<Void> signedByKnown(Parties parties) {
        return tenants.mustKnow("tenantId", List.of(parties.tenant()))
                .then(tenants.mustKnow("coTenantIds", parties.coTenants()));
    }

    private Mono<LeaseId> settle(Outcome<Lease, LeaseEvent> outcome) {
        return switch (outcome) {
            case Refused(var refusal) -> Mono.error(new RequestRefused(refusal));
            case Accepted(var lease, var happened) ->
                mayBegin(lease)
                        .then(leases.add(new Versioned<>(lease, happened.size())))
                        .then(occupy(lease))
                        .then(events.append(happened, 0))
                        .thenReturn(lease.terms().id());
        };
    }

    /** The books may tell of leases in what has been put away since, but nobody moves in. */
    private Mono<Void> mayBegin(Lease lease) {
        return switch (lease) {
            case Lease.Draft _, Lease.Active _ ->
                archivals.mustBeLet(lease.terms().premises().unit());
            case Lease.Ended _, Lease.Terminated _ -> Mono.empty();
        };
    }

    /** What is recorded as past takes no unit: nobody promised that a firm's old books are free of overlaps. */
    private Mono<Void> occupy(Lease lease) {
        return switch (lease) {
            case Lease.Active active -> occupancy.take(active);
            case Lease.Draft _, Lease.Ended _, Lease.Terminated _ -> Mono.empty();
        };
    }
}
