package io.rems.reporting.statistics;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the tally by what each event changes; an event that comes late, after a newer one of its subject, changes nothing. */
@Component
class R2dbcOpenUnits implements OpenUnits {

    static final String MEASURE = "unit.open";

    private static final String ADD = """
            INSERT INTO tally (firm_id, measure, amount) SELECT :firm, 'unit.open', change FROM changed WHERE change <> 0
            ON CONFLICT (firm_id, measure) DO UPDATE SET amount = tally.amount + excluded.amount
            """;
    private static final String UNIT = """
            WITH moved AS (
                INSERT INTO unit (firm_id, id, property_id, archived, position)
                VALUES (:firm, :id, :property, :archived, :position)
                ON CONFLICT (firm_id, id) DO UPDATE SET archived = excluded.archived, position = excluded.position
                 WHERE unit.position < excluded.position
                RETURNING coalesce(NOT old.archived, false) AS was_open, NOT new.archived AS is_open),
            changed AS (
                SELECT CAST(is_open AS int) - CAST(was_open AS int) AS change
                  FROM moved
                 WHERE NOT EXISTS (SELECT FROM property_status
                                    WHERE firm_id = :firm AND property_id = :property AND archived))
            """ + ADD;
    private static final String PROPERTY = """
            WITH moved AS (
                INSERT INTO property_status (firm_id, property_id, archived, position)
                VALUES (:firm, :id, :archived, :position)
                ON CONFLICT (firm_id, property_id) DO UPDATE
                   SET archived = excluded.archived, position = excluded.position
                 WHERE property_status.position < excluded.position
                RETURNING coalesce(old.archived, false) AS was_archived, new.archived AS is_archived),
            changed AS (
                SELECT (CAST(was_archived AS int) - CAST(is_archived AS int))
                           * (SELECT count(*) FROM unit
                               WHERE firm_id = :firm AND property_id = :id AND NOT archived) AS change
                  FROM moved)
            """ + ADD;

    private final FirmSql database;

    R2dbcOpenUnits(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> unit(ReceivedEvent event, UnitTold unit, boolean archived) {
        return move(database.sql(UNIT).bind("property", unit.propertyId()), event, archived);
    }

    @Override
    public Mono<Void> property(ReceivedEvent event, boolean archived) {
        return move(database.sql(PROPERTY), event, archived);
    }

    private static Mono<Void> move(FirmSql.Statement statement, ReceivedEvent event, boolean archived) {
        return statement
                .bind("id", event.subject())
                .bind("archived", archived)
                .bind("position", Position.of(event, archived ? 2 : 1).value())
                .update()
                .then();
    }
}
