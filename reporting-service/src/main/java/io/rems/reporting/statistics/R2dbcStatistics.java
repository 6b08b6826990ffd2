package io.rems.reporting.statistics;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the numbers of the caller's firm: some thirty tallies and a sum over days, whatever the firm's size. */
@Component
class R2dbcStatistics {
    private static final String OF_FIRM = """
            SELECT z.firm_id, f.name, f.status, d.today, n.as_of,
                   (SELECT array_agg(measure ORDER BY measure) FROM tally WHERE firm_id = :firm) AS measures,
                   (SELECT array_agg(amount ORDER BY measure) FROM tally WHERE firm_id = :firm) AS amounts,
                   (SELECT CAST(sum(change) AS bigint) FROM occupancy_change
                     WHERE firm_id = :firm AND day <= d.today) AS occupied
              FROM (SELECT CAST(:firm AS uuid) AS firm_id) z
              LEFT JOIN firm f ON f.firm_id = z.firm_id
              LEFT JOIN freshness n ON n.firm_id = z.firm_id,
                   LATERAL (SELECT CAST(CAST(:now AS timestamptz)
                                        AT TIME ZONE coalesce(f.time_zone, 'Asia/Kuwait') AS date) AS today) d
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Clock clock;

    R2dbcStatistics(FirmSql database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<FirmStatistics> ofFirm() {
        return transactions.inFirm(
                database.sql(OF_FIRM).bind("now", clock.instant()).one(FirmStatistics::of));
    }
}
