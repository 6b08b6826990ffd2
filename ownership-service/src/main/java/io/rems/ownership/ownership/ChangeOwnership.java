package io.rems.ownership.ownership;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The one way in which ownership changes: the changes of one property happen one after the other, and each is written
 * and told in the transaction that decided it.
 */
@Component
public class ChangeOwnership {

    /** What to do with a property, asked while nobody else changes its ownership. */
    @FunctionalInterface
    public interface Decision extends Function<OwnershipTimeline, Outcome<OwnershipTimeline, OwnershipEvent>> {}

    private final Transactions transactions;
    private final Ownerships ownerships;
    private final OwnershipEvents events;
    private final FirmCalendar calendar;

    ChangeOwnership(Transactions transactions, Ownerships ownerships, OwnershipEvents events, FirmCalendar calendar) {
        this.transactions = transactions;
        this.ownerships = ownerships;
        this.events = events;
        this.calendar = calendar;
    }

    /** Fails with {@code NotFound} where the firm has no such property, and with the decision's refusal. */
    public Mono<OwnershipTimeline> within(PropertyId property, Decision decision) {
        return decided(property, timeline -> Mono.fromSupplier(() -> decision.apply(timeline.value())))
                .map(Versioned::value);
    }

    /** Several properties in one transaction, one after the other by id: so nobody waits for somebody who waits for him. */
    public Mono<List<OwnershipTimeline>> within(Map<PropertyId, Decision> decisions) {
        return transactions.inFirmAgain(Flux.fromStream(() -> decisions.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(PropertyId::value))))
                .concatMap(decision -> within(decision.getKey(), decision.getValue()))
                .collectList());
    }

    /** For decisions that look something up, after the property is locked. */
    public Mono<Versioned<OwnershipTimeline>> decided(
            PropertyId property,
            Function<Versioned<OwnershipTimeline>, Mono<Outcome<OwnershipTimeline, OwnershipEvent>>> decision) {
        return transactions.inFirmAgain(ownerships
                .toChange(property)
                .flatMap(timeline -> decision.apply(timeline).flatMap(outcome -> settle(property, timeline, outcome))));
    }

    private Mono<Versioned<OwnershipTimeline>> settle(
            PropertyId property,
            Versioned<OwnershipTimeline> before,
            Outcome<OwnershipTimeline, OwnershipEvent> outcome) {
        return switch (outcome) {
            case Accepted(var timeline, var happened) ->
                Flux.fromIterable(happened)
                        .concatMap(event -> keep(property, timeline, event))
                        .last(before.version())
                        .map(version -> new Versioned<>(timeline, version));
            case Refused(var refusal) -> Mono.error(() -> new RequestRefused(refusal));
        };
    }

    private Mono<Long> keep(PropertyId property, OwnershipTimeline timeline, OwnershipEvent event) {
        return calendar.today()
                .flatMap(today -> ownerships
                        .record(property, event)
                        .flatMap(version -> events.append(property, version, event, timeline, today)
                                .thenReturn(version)));
    }
}
