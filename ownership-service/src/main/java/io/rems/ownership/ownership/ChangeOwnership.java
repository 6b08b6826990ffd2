package io.rems.ownership.ownership;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds and ends ownership periods; the changes of one property happen one after the other. */
@Component
public class ChangeOwnership {

    private final Transactions transactions;
    private final Ownerships ownerships;
    private final OwnershipEvents events;
    private final FirmCalendar calendar;
    private final Clock clock;

    ChangeOwnership(
            Transactions transactions,
            Ownerships ownerships,
            OwnershipEvents events,
            FirmCalendar calendar,
            Clock clock) {
        this.transactions = transactions;
        this.ownerships = ownerships;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Mono<OwnershipPeriod> add(PropertyId property, NewPeriod asked) {
        return change(
                property,
                timeline -> ownerships
                        .owner(asked.ownerId())
                        .map(asked::heldBy)
                        .map(period -> new Change(period.id(), timeline.add(period))));
    }

    public Mono<OwnershipPeriod> end(PropertyId property, PeriodId id, long expectedRevision, LocalDate on) {
        return change(
                property,
                timeline -> Mono.fromSupplier(() -> {
                    var period = timeline.period(id).orElseThrow(() -> new NotFound("ownership period", id.value()));
                    if (period.revision() != expectedRevision) {
                        throw new StaleVersion();
                    }
                    return new Change(id, timeline.end(period, on));
                }));
    }

    private Mono<OwnershipPeriod> change(PropertyId property, Function<OwnershipTimeline, Mono<Change>> decide) {
        return transactions.inFirm(
                ownerships.toChange(property).flatMap(decide).flatMap(change -> settle(property, change)));
    }

    private Mono<OwnershipPeriod> settle(PropertyId property, Change change) {
        return switch (change.outcome()) {
            case Accepted(var timeline, var happened) ->
                Flux.fromIterable(happened)
                        .concatMap(event -> keep(property, timeline, event))
                        .then(Mono.justOrEmpty(timeline.period(change.period())));
            case Refused(var refusal) -> Mono.error(() -> new RequestRefused(refusal));
        };
    }

    private Mono<Void> keep(PropertyId property, OwnershipTimeline timeline, OwnershipEvent event) {
        return calendar.today()
                .flatMap(today -> ownerships
                        .record(property, event, clock.instant())
                        .flatMap(version -> events.append(property, version, event, timeline, today)));
    }

    private record Change(PeriodId period, Outcome<OwnershipTimeline, OwnershipEvent> outcome) {}
}
