package io.rems.ownership.valuation;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.property.Properties;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Records, corrects and withdraws valuations; those of one property happen one after the other. */
@Component
class RecordValuation {

    private final Transactions transactions;
    private final Properties properties;
    private final R2dbcValuations valuations;
    private final FirmCalendar calendar;
    private final Outbox outbox;

    RecordValuation(
            Transactions transactions,
            Properties properties,
            R2dbcValuations valuations,
            FirmCalendar calendar,
            Outbox outbox) {
        this.transactions = transactions;
        this.properties = properties;
        this.valuations = valuations;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    Mono<RecordedValuation> record(Valuation valuation) {
        return changing(
                valuation.propertyId(),
                at -> notInFuture(valuation)
                        .then(valuations.add(valuation, 1, at))
                        .delayUntil(added -> announce(ValuationEvents.recorded(valuation, added.version()))));
    }

    /** The revision that was expected is superseded by the next one. */
    Mono<RecordedValuation> correct(Valuation valuation, long expected) {
        return changing(
                valuation.propertyId(),
                at -> notInFuture(valuation)
                        .then(superseded(valuation.propertyId(), valuation.id(), expected, at))
                        .then(valuations.add(valuation, expected + 1, at))
                        .delayUntil(added -> announce(ValuationEvents.recorded(valuation, added.version()))));
    }

    Mono<Void> withdraw(UUID property, UUID id, long expected) {
        return changing(
                property,
                at -> superseded(property, id, expected, at)
                        .flatMap(valuation -> announce(ValuationEvents.withdrawn(valuation, expected + 1))));
    }

    private <T> Mono<T> changing(UUID property, Function<Instant, Mono<T>> change) {
        return transactions.inFirm(properties
                .openToChange(property)
                .then(valuations.moment(property))
                .flatMap(change));
    }

    private Mono<Void> notInFuture(Valuation valuation) {
        return calendar.today()
                .filter(today -> valuation.valuedOn().isAfter(today))
                .flatMap(_ -> Mono.error(
                        () -> new InvalidRequest("valuedOn", "IN_FUTURE", "A valuation is of today or earlier.")));
    }

    private Mono<Valuation> superseded(UUID property, UUID id, long expected, Instant at) {
        return valuations
                .history(property, id)
                .filter(revisions -> !revisions.isEmpty() && revisions.getLast().supersededAt() == null)
                .switchIfEmpty(Mono.error(() -> new NotFound("valuation", id)))
                .map(revisions -> revisions.getLast().valuation())
                .delayUntil(_ -> valuations
                        .supersede(id, expected, at)
                        .filter(rows -> rows == 1)
                        .switchIfEmpty(Mono.error(StaleVersion::new)));
    }

    private Mono<Void> announce(Message message) {
        return outbox.append(List.of(message));
    }
}
