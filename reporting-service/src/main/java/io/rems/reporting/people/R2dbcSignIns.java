package io.rems.reporting.people;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.reporting.people.SignInsByDay.Day;
import io.rems.reporting.progress.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds up sign-ins by day: for a firm those of the people who work there now, for the platform those of everybody. */
@Component
class R2dbcSignIns {
    private static final String ZONE =
            "SELECT coalesce((SELECT time_zone FROM firm WHERE firm_id = :firm), 'Asia/Kuwait') AS zone";
    private static final String DAYS = """
            WITH counted AS (
                SELECT CAST(s.slot AT TIME ZONE :zone AS date) AS day, sum(s.succeeded) AS succeeded, sum(s.failed) AS failed
                  FROM %s
                   AND s.slot >= CAST(:from AS timestamp) AT TIME ZONE :zone
                   AND s.slot < CAST(:end AS timestamp) AT TIME ZONE :zone
                 GROUP BY 1)
            SELECT CAST(d AS date) AS day, coalesce(c.succeeded, 0) AS succeeded, coalesce(c.failed, 0) AS failed
              FROM generate_series(CAST(:from AS timestamp), CAST(:to AS timestamp), interval '1 day') d
              LEFT JOIN counted c ON c.day = CAST(d AS date)
             ORDER BY day
            """;
    private static final String OF_FIRM = DAYS.formatted("""
            assignment a JOIN user_sign_in s ON s.user_id = a.user_id
                 WHERE a.firm_id = :firm AND NOT a.over""");
    private static final String OF_ALL = DAYS.formatted("sign_in_total s WHERE s.firm_id = :platform");

    private final FirmSql database;
    private final Transactions transactions;
    private final Clock clock;

    R2dbcSignIns(FirmSql database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<SignInsByDay> ofFirm(@Nullable LocalDate from, @Nullable LocalDate to) {
        return transactions.inFirm(database.sql(ZONE)
                .one(row -> ZoneId.of(Objects.requireNonNull(row.get("zone", String.class))))
                .flatMap(zone -> days(database.sql(OF_FIRM), zone, from, to)));
    }

    /** Days in UTC: firms lie in several time zones. */
    Mono<SignInsByDay> ofAll(@Nullable LocalDate from, @Nullable LocalDate to) {
        var statement = database.sql(OF_ALL).bind("platform", FirmId.PLATFORM.value());
        return transactions.acrossFirms(Mono.defer(() -> days(statement, ZoneOffset.UTC, from, to)));
    }

    private Mono<SignInsByDay> days(
            FirmSql.Statement statement, ZoneId zone, @Nullable LocalDate from, @Nullable LocalDate to) {
        var period = Period.of(from, to, LocalDate.ofInstant(clock.instant(), zone));
        var name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return statement
                .bind("zone", name)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("end", period.to().plusDays(1))
                .list(row -> new Day(
                        Objects.requireNonNull(row.get("day", LocalDate.class)),
                        Objects.requireNonNull(row.get("succeeded", Long.class)),
                        Objects.requireNonNull(row.get("failed", Long.class))))
                .map(days -> new SignInsByDay(name, days));
    }
}
