package io.rems.ownership.valuation;

import io.rems.ownership.firm.Viewer;
import io.rems.ownership.firm.Viewers;
import io.rems.ownership.property.Properties;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a property is and was worth, as far as the caller may know. */
@Component
class ReadValuations {

    private final Transactions transactions;
    private final Properties properties;
    private final R2dbcValuations valuations;
    private final Viewers viewers;

    ReadValuations(Transactions transactions, Properties properties, R2dbcValuations valuations, Viewers viewers) {
        this.transactions = transactions;
        this.properties = properties;
        this.valuations = valuations;
        this.viewers = viewers;
    }

    Mono<Page<RecordedValuation>> page(UUID property, ListQuery query) {
        return of(property, viewer -> valuations.page(query, property, viewer));
    }

    Mono<RecordedValuation> get(UUID property, UUID id) {
        return of(property, viewer -> valuations.get(property, id, viewer)).switchIfEmpty(absent(id));
    }

    /** Every revision; what was corrected is not an owner's business. */
    Mono<List<RecordedValuation>> history(UUID property, UUID id) {
        return viewers.current()
                .filter(viewer -> !viewer.ownOnly())
                .flatMap(_ -> valuations.history(property, id))
                .filter(revisions -> !revisions.isEmpty())
                .switchIfEmpty(absent(id));
    }

    /**
     * The valuation in force on a day, as it was known at a moment. A change that is under way is waited for: what was
     * answered for a moment stays the answer.
     */
    Mono<RecordedValuation> inForce(UUID property, @Nullable LocalDate day, @Nullable Instant knownAt) {
        var wait = knownAt == null ? Mono.<Void>empty() : passed(knownAt).then(properties.settled(property));
        return transactions
                .inFirm(wait.then(of(
                        property,
                        viewer -> valuations.inForce(property, day == null ? viewer.today() : day, knownAt, viewer))))
                .switchIfEmpty(Mono.error(() -> new NotFound("valuation of property", property)));
    }

    private Mono<Void> passed(Instant knownAt) {
        return valuations
                .isYetToCome(knownAt)
                .filter(ahead -> ahead)
                .flatMap(_ -> Mono.error(
                        () -> new InvalidRequest("knownAt", "IN_FUTURE", "Nobody knows yet what will be known then.")));
    }

    private <T> Mono<T> of(UUID property, Function<Viewer, Mono<T>> read) {
        return properties.visible(property).then(viewers.current()).flatMap(read);
    }

    private static <T> Mono<T> absent(UUID id) {
        return Mono.error(() -> new NotFound("valuation", id));
    }
}
