package io.rems.reporting.processing;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.reporting.progress.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what waits in all firms and how long approvals take there, for the platform's operator. */
@Component
class R2dbcLoadAcrossFirms {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String TOTALS = "SELECT " + ApprovalTimes.COLUMNS + """
                 , (SELECT count(*) FROM approval_round WHERE requested_at IS NOT NULL AND ended_at IS NULL) AS pending,
                   (SELECT count(*) FROM approval_round
                     WHERE requested_at IS NOT NULL AND ended_at IS NULL AND deadline <= :now) AS overdue
              FROM approval_round WHERE
            """ + ApprovalTimes.WITHIN;
    private static final String PAGE = "SELECT f.firm_id, f.name, " + """
                   (SELECT count(*) FROM approval_round o
                     WHERE o.firm_id = f.firm_id AND o.requested_at IS NOT NULL AND o.ended_at IS NULL) AS pending,
                   (SELECT count(*) FROM approval_round o
                     WHERE o.firm_id = f.firm_id AND o.requested_at IS NOT NULL AND o.ended_at IS NULL
                       AND o.deadline <= :now) AS overdue,
                   t.*
              FROM firm f, LATERAL (SELECT
            """ + ApprovalTimes.COLUMNS
            + " FROM approval_round a WHERE a.firm_id = f.firm_id AND " + ApprovalTimes.WITHIN + """
                   ) t
             WHERE f.firm_id > :after
             ORDER BY f.firm_id
             LIMIT :most
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Clock clock;

    R2dbcLoadAcrossFirms(FirmSql database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param after the last firm of the page before */
    Mono<PlatformApprovalTimes> page(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID after, int limit) {
        var period = Period.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Mono<PlatformApprovalTimes> read = totals(period)
                .flatMap(totals -> within(PAGE, period)
                        .bind("after", after == null ? BEFORE_ALL : after)
                        .bind("most", limit + 1)
                        .list(FirmLoad::of)
                        .map(firms -> answer(period, totals, firms, limit)));
        return transactions.acrossFirms(read);
    }

    private record Totals(long pending, long overdue, ApprovalTimes times) {}

    private Mono<Totals> totals(Period period) {
        return within(TOTALS, period)
                .one(row -> new Totals(
                        ApprovalTimes.count(row, "pending"),
                        ApprovalTimes.count(row, "overdue"),
                        ApprovalTimes.of(row)));
    }

    private static PlatformApprovalTimes answer(Period period, Totals totals, List<FirmLoad> firms, int limit) {
        var items = firms.size() > limit ? firms.subList(0, limit) : firms;
        var next = firms.size() > limit ? items.getLast().firmId().toString() : null;
        return new PlatformApprovalTimes(
                period.from(), period.to(), totals.pending(), totals.overdue(), totals.times(), items, next);
    }

    private FirmSql.Statement within(String statement, Period period) {
        return database.sql(statement)
                .bind("now", clock.instant())
                .bind("from", start(period.from()))
                .bind("end", start(period.to().plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
