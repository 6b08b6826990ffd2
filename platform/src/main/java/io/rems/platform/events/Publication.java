package io.rems.platform.events;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.AwaitedEvents.Id;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits until events have left the outbox, which they do when the broker has them, whichever relay sent them. The relay
 * of this process says so at once; those of other replicas are seen by looking now and then.
 */
final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final String WAITING = """
            SELECT outbox.firm_id, outbox.id FROM outbox JOIN unnest(:firms, :ids) AS awaited (firm_id, id)
                ON outbox.firm_id = awaited.firm_id AND outbox.id = awaited.id""";
    private static final String OF_ACTOR = "SELECT firm_id, id FROM outbox WHERE actor = :actor AND before_answer";

    private final FirmSql sql;
    private final Transactions transactions;
    private final OutboxRelay relay;
    private final Duration patience;

    Publication(FirmSql sql, Transactions transactions, OutboxRelay relay, Duration patience) {
        this.sql = sql;
        this.transactions = transactions;
        this.relay = relay;
        this.patience = patience;
    }

    /** True once all of them are published; false if some are not when patience ends. */
    Mono<Boolean> of(List<Id> events) {
        Flux<Long> ofOthers = Flux.interval(Duration.ZERO, LOOK);
        Flux<Long> ownNews = relay.published()
                .filter(sent -> sent.stream().anyMatch(event -> events.contains(new Id(event.firm(), event.id()))))
                .map(_ -> 0L);
        return Flux.merge(ofOthers, ownNews)
                .onBackpressureLatest()
                .concatMap(_ -> waiting(events), 1)
                .filter(List::isEmpty)
                .map(_ -> true)
                .next()
                .timeout(patience, Mono.just(false))
                .doOnError(error -> LOG.warn("Whether events are published cannot be told: {}", error.toString()))
                .onErrorReturn(false);
    }

    /** The same of whatever an actor has taken away until now. */
    Mono<Boolean> ofAllOf(String actor) {
        return found(sql.sql(OF_ACTOR).bind("actor", actor)).flatMap(this::of);
    }

    private Mono<List<Id>> waiting(List<Id> events) {
        return found(sql.sql(WAITING)
                .bind("firms", events.stream().map(Id::firm).toArray(UUID[]::new))
                .bind("ids", events.stream().map(Id::event).toArray(UUID[]::new)));
    }

    private Mono<List<Id>> found(FirmSql.Statement query) {
        return transactions.acrossFirms(query.list(row -> new Id(
                Objects.requireNonNull(row.get("firm_id", UUID.class)),
                Objects.requireNonNull(row.get("id", UUID.class)))));
    }
}
