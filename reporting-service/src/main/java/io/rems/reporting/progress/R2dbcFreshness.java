package io.rems.reporting.progress;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The time of the newest event that a firm's read models show. */
@Component
class R2dbcFreshness implements Freshness {
    private static final String ADVANCE = """
            INSERT INTO freshness (firm_id, as_of) VALUES (:firm, :time)
            ON CONFLICT (firm_id) DO UPDATE SET as_of = greatest(freshness.as_of, excluded.as_of)
            """;
    private static final String AS_OF = "SELECT as_of FROM freshness WHERE firm_id = :firm";

    private final FirmSql database;

    R2dbcFreshness(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> advance(List<ReceivedEvent> events) {
        var newest = Collections.max(events.stream().map(ReceivedEvent::time).toList());
        return database.sql(ADVANCE).bind("time", newest).update().then();
    }

    @Override
    public Mono<Optional<Instant>> asOf() {
        return database.sql(AS_OF)
                .one(row -> Optional.ofNullable(row.get("as_of", Instant.class)))
                .defaultIfEmpty(Optional.empty());
    }
}
