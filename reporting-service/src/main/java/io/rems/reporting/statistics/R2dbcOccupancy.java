package io.rems.reporting.statistics;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps how many units are occupied from each day on. A lease takes its unit from its first day to its last, once it has
 * been active; no two take the same unit on one day, for tenant-service does not allow it, so leases can be counted.
 */
@Component
class R2dbcOccupancy implements Occupancy {
    private static final String NOTE_CHANGE = """
            , days AS (
                SELECT before_from AS day, -1 AS change FROM changed UNION ALL SELECT before_free, 1 FROM changed
                UNION ALL SELECT after_from, 1 FROM changed UNION ALL SELECT after_free, -1 FROM changed)
            INSERT INTO occupancy_change (firm_id, day, change)
            SELECT :firm, day, sum(change) FROM days WHERE day IS NOT NULL
             GROUP BY day HAVING sum(change) <> 0 ORDER BY day
            ON CONFLICT (firm_id, day) DO UPDATE SET change = occupancy_change.change + excluded.change
            """;
    private static final String AGREE = """
            WITH changed AS (
                INSERT INTO lease (firm_id, id, first_day, last_day, terms_position)
                VALUES (:firm, :id, :from, :to, :position)
                ON CONFLICT (firm_id, id) DO UPDATE
                   SET first_day = excluded.first_day, last_day = excluded.last_day,
                       terms_position = excluded.terms_position
                 WHERE lease.terms_position < excluded.terms_position
                RETURNING old.taken_from AS before_from, old.free_from AS before_free,
                          new.taken_from AS after_from, new.free_from AS after_free)
            """ + NOTE_CHANGE;
    private static final String ENTER = """
            WITH changed AS (
                INSERT INTO lease (firm_id, id, state, closed_on, state_position)
                VALUES (:firm, :id, :state, :closed, :position)
                ON CONFLICT (firm_id, id) DO UPDATE
                   SET state = excluded.state, closed_on = excluded.closed_on, state_position = excluded.state_position
                 WHERE lease.state_position < excluded.state_position
                RETURNING old.taken_from AS before_from, old.free_from AS before_free,
                          new.taken_from AS after_from, new.free_from AS after_free)
            """ + NOTE_CHANGE;

    private final FirmSql database;

    R2dbcOccupancy(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> agreed(ReceivedEvent event, LeaseAgreed lease, LeaseState state) {
        return database.sql(AGREE)
                .bind("id", event.subject())
                .bind("from", lease.from())
                .bindNullable("to", lease.to(), LocalDate.class)
                .bind("position", Position.of(event, state.step()).value())
                .update()
                .then(entered(event, new LeaseClosed(null), state));
    }

    @Override
    public Mono<Void> closed(ReceivedEvent event, LeaseClosed lease, LeaseState state) {
        return entered(event, lease, state);
    }

    private Mono<Void> entered(ReceivedEvent event, LeaseClosed lease, LeaseState state) {
        return database.sql(ENTER)
                .bind("id", event.subject())
                .bind("state", state.name())
                .bindNullable("closed", lease.on(), LocalDate.class)
                .bind("position", Position.of(event, state.step()).value())
                .update()
                .then();
    }
}
