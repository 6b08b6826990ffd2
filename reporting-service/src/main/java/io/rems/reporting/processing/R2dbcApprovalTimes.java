package io.rems.reporting.processing;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.progress.Period;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads how long approvals took in a firm: costs by what was asked for or ended within the days, whatever was before. */
@Component
class R2dbcApprovalTimes {
    private static final String ZONE =
            "SELECT coalesce((SELECT time_zone FROM firm WHERE firm_id = :firm), 'Asia/Kuwait') AS zone";
    private static final String OF_FIRM = "SELECT " + ApprovalTimes.COLUMNS
            + " FROM approval_round WHERE firm_id = :firm AND " + ApprovalTimes.WITHIN;
    private static final String OF_PROPERTIES = "SELECT a.property_id AS id, p.code, p.name, " + ApprovalTimes.COLUMNS
            + """
              FROM approval_round a LEFT JOIN property p ON p.firm_id = a.firm_id AND p.id = a.property_id
             WHERE a.firm_id = :firm AND a.property_id IS NOT NULL AND
            """ + ApprovalTimes.WITHIN + " GROUP BY a.property_id, p.code, p.name";
    private static final String OF_APPROVERS = """
            SELECT a.user_id AS id, count(*) AS answers,
                   count(*) FILTER (WHERE a.verdict = 'APPROVED') AS approvals,
                   count(*) FILTER (WHERE a.verdict = 'REJECTED') AS rejections,
                   count(*) FILTER (WHERE a.answered_at > r.escalated_at) AS after_escalation,
                   CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.answered_at - r.requested_at))
                       AS numeric(20, 3)) AS median,
                   CAST(percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM a.answered_at - r.requested_at))
                       AS numeric(20, 3)) AS p90
              FROM approval_answer a
              LEFT JOIN approval_round r ON r.firm_id = a.firm_id AND r.expense_id = a.expense_id AND r.round = a.round
             WHERE a.firm_id = :firm AND a.answered_at >= :from AND a.answered_at < :end
             GROUP BY a.user_id
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Freshness freshness;
    private final Clock clock;

    R2dbcApprovalTimes(FirmSql database, Transactions transactions, Freshness freshness, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.freshness = freshness;
        this.clock = clock;
    }

    Mono<ApprovalTimesReport> ofFirm(@Nullable LocalDate from, @Nullable LocalDate to) {
        return within(
                from,
                to,
                (period, zone) -> database.sql(OF_FIRM)
                        .bind("from", start(period.from(), zone))
                        .bind("end", start(period.to().plusDays(1), zone))
                        .one(ApprovalTimes::of)
                        .flatMap(times -> freshness
                                .asOf()
                                .map(asOf -> new ApprovalTimesReport(
                                        period.from(), period.to(), zone.getId(), times, asOf.orElse(null)))));
    }

    Mono<Page<PropertyTimes>> byProperty(@Nullable LocalDate from, @Nullable LocalDate to, ListQuery query) {
        return within(
                from,
                to,
                (period, zone) -> listing(OF_PROPERTIES, period, zone)
                        .sortable("requested", "requested", Long.class)
                        .sortable("escalated", "escalated", Long.class)
                        .sortableNullable("median", "median", BigDecimal.class)
                        .sortableNullable("p90", "p90", BigDecimal.class)
                        .sortableNullable("code", "code", String.class)
                        .searchable("code", "name")
                        .orderedBy("-requested")
                        .page(query, PropertyTimes::of));
    }

    Mono<Page<ApproverTimes>> byApprover(@Nullable LocalDate from, @Nullable LocalDate to, ListQuery query) {
        return within(
                from,
                to,
                (period, zone) -> listing(OF_APPROVERS, period, zone)
                        .sortable("answers", "answers", Long.class)
                        .sortableNullable("median", "median", BigDecimal.class)
                        .sortableNullable("p90", "p90", BigDecimal.class)
                        .orderedBy("-answers")
                        .page(query, ApproverTimes::of));
    }

    private Listing listing(String select, Period period, ZoneId zone) {
        return Listing.of(database, select)
                .bind("from", start(period.from(), zone))
                .bind("end", start(period.to().plusDays(1), zone));
    }

    /** Days begin where the firm is. */
    private <T> Mono<T> within(
            @Nullable LocalDate from, @Nullable LocalDate to, BiFunction<Period, ZoneId, Mono<T>> report) {
        return transactions.inFirm(database.sql(ZONE)
                .one(row -> ZoneId.of(Objects.requireNonNull(row.get("zone", String.class))))
                .flatMap(zone -> report.apply(Period.of(from, to, LocalDate.ofInstant(clock.instant(), zone)), zone)));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
