package io.rems.reporting.statistics;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts by remembering what each thing is counted as: when that changes, one count goes down and another up. An event
 * that comes late, after a newer one of its aggregate, changes nothing.
 */
@Component
class R2dbcTallies implements Tallies {
    private static final String COUNT = """
            WITH moved AS (
                INSERT INTO counted (firm_id, id, position, measure)
                SELECT DISTINCT ON (id) :firm, id, position, :measure
                  FROM unnest(:ids, :positions) AS told (id, position) ORDER BY id, position DESC
                ON CONFLICT (firm_id, id) DO UPDATE SET position = excluded.position, measure = excluded.measure
                 WHERE counted.position < excluded.position
                RETURNING old.measure AS before, new.measure AS after),
            changes AS (
                SELECT before AS measure, -1 AS change FROM moved WHERE before IS NOT NULL
                UNION ALL
                SELECT after, 1 FROM moved WHERE after IS NOT NULL)
            INSERT INTO tally (firm_id, measure, amount)
            SELECT :firm, measure, sum(change) FROM changes GROUP BY measure HAVING sum(change) <> 0 ORDER BY measure
            ON CONFLICT (firm_id, measure) DO UPDATE SET amount = tally.amount + excluded.amount
            """;

    private final FirmSql database;

    R2dbcTallies(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> count(ReceivedEvent event, int step, String measure) {
        return move(List.of(event), step, measure);
    }

    @Override
    public Mono<Void> count(List<ReceivedEvent> events, int step, String measure) {
        return move(events, step, measure);
    }

    @Override
    public Mono<Void> discount(ReceivedEvent event, int step) {
        return move(List.of(event), step, null);
    }

    private Mono<Void> move(List<ReceivedEvent> events, int step, @Nullable String measure) {
        return database.sql(COUNT)
                .bind("ids", events.stream().map(ReceivedEvent::subject).toArray(UUID[]::new))
                .bind(
                        "positions",
                        events.stream()
                                .map(event -> Position.of(event, step).value())
                                .toArray(Long[]::new))
                .bindNullable("measure", measure, String.class)
                .update()
                .then();
    }
}
