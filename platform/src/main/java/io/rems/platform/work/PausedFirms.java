package io.rems.platform.work;

import io.rems.platform.database.FirmSql;
import reactor.core.publisher.Mono;

/**
 * Which firms nobody writes in, so that timers do not either: work that is done in a firm's name looks for what is due,
 * and claims it, {@code WHERE NOT rems_paused(firm_id)}. It stays due, and is done late once the firm works again. What is
 * done to a firm, such as ending what was agreed to end, and what cleans up, does not ask.
 */
public final class PausedFirms {
    private static final String TELL = """
            INSERT INTO firm_pause AS known (firm_id, paused, version) VALUES (:firm, :paused, :version)
            ON CONFLICT (firm_id) DO UPDATE SET paused = excluded.paused, version = excluded.version
             WHERE known.version < excluded.version""";

    private final FirmSql sql;

    PausedFirms(FirmSql sql) {
        this.sql = sql;
    }

    /**
     * Takes down, in the open transaction of the firm, what an event has told about it.
     *
     * @param version of the firm, as the event has it; older news changes nothing
     */
    public Mono<Void> tell(boolean paused, long version) {
        return sql.sql(TELL)
                .bind("paused", paused)
                .bind("version", version)
                .update()
                .then();
    }
}
