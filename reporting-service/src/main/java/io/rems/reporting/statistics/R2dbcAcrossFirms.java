package io.rems.reporting.statistics;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the numbers of all firms for the platform's operator; costs by the number of firms, not by what is in them. */
@Component
class R2dbcAcrossFirms {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String TOTALS = """
            WITH totals AS (SELECT measure, CAST(sum(amount) AS bigint) AS amount FROM tally GROUP BY measure)
            SELECT (SELECT array_agg(measure ORDER BY measure) FROM totals) AS measures,
                   (SELECT array_agg(amount ORDER BY measure) FROM totals) AS amounts,
                   (SELECT CAST(sum(c.change) AS bigint)
                      FROM occupancy_change c LEFT JOIN firm f ON f.firm_id = c.firm_id
                     WHERE c.day <= CAST(CAST(:now AS timestamptz)
                                         AT TIME ZONE coalesce(f.time_zone, 'Asia/Kuwait') AS date)) AS occupied,
                   (SELECT max(as_of) FROM freshness) AS as_of
            """;
    private static final String FIRMS = """
            SELECT array_agg(status ORDER BY status) AS measures, array_agg(firms ORDER BY status) AS amounts
              FROM (SELECT status, count(*) AS firms FROM firm GROUP BY status) s
            """;
    private static final String PAGE = """
            SELECT f.firm_id, f.name, f.status, d.today, n.as_of,
                   (SELECT array_agg(measure ORDER BY measure) FROM tally t WHERE t.firm_id = f.firm_id) AS measures,
                   (SELECT array_agg(amount ORDER BY measure) FROM tally t WHERE t.firm_id = f.firm_id) AS amounts,
                   (SELECT CAST(sum(change) AS bigint) FROM occupancy_change c
                     WHERE c.firm_id = f.firm_id AND c.day <= d.today) AS occupied
              FROM firm f LEFT JOIN freshness n ON n.firm_id = f.firm_id,
                   LATERAL (SELECT CAST(CAST(:now AS timestamptz) AT TIME ZONE f.time_zone AS date) AS today) d
             WHERE f.firm_id > :after
             ORDER BY f.firm_id
             LIMIT :most
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Clock clock;

    R2dbcAcrossFirms(FirmSql database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param after the last firm of the page before */
    Mono<PlatformStatistics> page(@Nullable UUID after, int limit) {
        Mono<PlatformStatistics> read = totals().flatMap(totals -> byStatus()
                .flatMap(firms -> firms(after == null ? BEFORE_ALL : after, limit)
                        .map(page -> answer(firms, totals, page, limit))));
        return transactions.acrossFirms(read);
    }

    private static PlatformStatistics answer(Counts.ByKind firms, Totals totals, List<FirmStatistics> page, int limit) {
        var items = page.size() > limit ? page.subList(0, limit) : page;
        var next = page.size() > limit ? items.getLast().firmId().toString() : null;
        return new PlatformStatistics(firms, totals.counts(), items, next, totals.asOf());
    }

    private Mono<Totals> totals() {
        return database.sql(TOTALS)
                .bind("now", clock.instant())
                .one(row -> new Totals(Counts.of(row), row.get("as_of", Instant.class)));
    }

    private Mono<Counts.ByKind> byStatus() {
        return database.sql(FIRMS).one(row -> Counts.ByKind.of("", Counts.tallies(row)));
    }

    private Mono<List<FirmStatistics>> firms(UUID after, int limit) {
        return database.sql(PAGE)
                .bind("now", clock.instant())
                .bind("after", after)
                .bind("most", limit + 1)
                .list(FirmStatistics::of);
    }

    private record Totals(Counts counts, @Nullable Instant asOf) {}
}
