package io.rems.reporting.people;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.reporting.people.UserOverview.Activity;
import io.rems.reporting.people.UserOverview.OfRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the people of a firm, or of one page of firms; costs by how many they are. */
@Component
class R2dbcUserOverviews {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ROLES = """
            SELECT z.firm_id, f.name, n.as_of, r.role, r.total, r.this_week, r.this_month, r.earlier
              FROM %s z
              LEFT JOIN firm f ON f.firm_id = z.firm_id
              LEFT JOIN freshness n ON n.firm_id = z.firm_id
              LEFT JOIN LATERAL (
                    SELECT a.role, count(*) AS total,
                           count(*) FILTER (WHERE u.last_signed_in >= :week) AS this_week,
                           count(*) FILTER (WHERE u.last_signed_in >= :month AND u.last_signed_in < :week) AS this_month,
                           count(*) FILTER (WHERE u.last_signed_in < :month) AS earlier
                      FROM assignment a LEFT JOIN user_activity u ON u.user_id = a.user_id
                     WHERE a.firm_id = z.firm_id AND NOT a.over AND a.role IS NOT NULL
                     GROUP BY a.role) r ON true
             ORDER BY z.firm_id, r.role
            """;
    private static final String OF_FIRM = ROLES.formatted("(SELECT CAST(:firm AS uuid) AS firm_id)");
    private static final String OF_PAGE =
            ROLES.formatted("(SELECT firm_id FROM firm WHERE firm_id > :after ORDER BY firm_id LIMIT :most)");
    private static final String ACTIVE = """
            SELECT count(*) FILTER (WHERE last_signed_in >= :week) AS this_week, count(*) AS this_month
              FROM user_activity WHERE last_signed_in >= :month
            """;

    private final FirmSql database;
    private final Transactions transactions;
    private final Clock clock;

    R2dbcUserOverviews(FirmSql database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    Mono<UserOverview> ofFirm() {
        return transactions.inFirm(
                read(database.sql(OF_FIRM)).map(R2dbcUserOverviews::byFirm).map(List::getFirst));
    }

    /** @param after the last firm of the page before */
    Mono<PlatformUserOverview> page(@Nullable UUID after, int limit) {
        var firms = read(database.sql(OF_PAGE)
                        .bind("after", after == null ? BEFORE_ALL : after)
                        .bind("most", limit + 1))
                .map(R2dbcUserOverviews::byFirm);
        return transactions.acrossFirms(firms.zipWhen(_ -> active(), (page, active) -> answer(page, active, limit)));
    }

    private Mono<Active> active() {
        return between(database.sql(ACTIVE)).one(row -> new Active(count(row, "this_week"), count(row, "this_month")));
    }

    private Mono<List<Line>> read(FirmSql.Statement statement) {
        return between(statement).list(Line::of);
    }

    private FirmSql.Statement between(FirmSql.Statement statement) {
        var now = clock.instant();
        return statement.bind("week", now.minus(WEEK)).bind("month", now.minus(MONTH));
    }

    private static PlatformUserOverview answer(List<UserOverview> page, Active active, int limit) {
        var items = page.size() > limit ? page.subList(0, limit) : page;
        var next = page.size() > limit ? items.getLast().firmId().toString() : null;
        return new PlatformUserOverview(active.thisWeek(), active.thisMonth(), items, next);
    }

    private static List<UserOverview> byFirm(List<Line> lines) {
        Map<UUID, List<Line>> byFirm = lines.stream().collect(Collectors.groupingBy(Line::firm));
        return byFirm.values().stream()
                .map(R2dbcUserOverviews::overview)
                .sorted(Comparator.comparing(overview -> overview.firmId().toString()))
                .toList();
    }

    private static UserOverview overview(List<Line> lines) {
        var first = lines.getFirst();
        var roles = lines.stream().map(Line::role).filter(Objects::nonNull).toList();
        return UserOverview.of(first.firm(), first.name(), roles, first.asOf());
    }

    private static long count(Row row, String column) {
        return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
    }

    private record Active(long thisWeek, long thisMonth) {}

    /** A firm with one of its roles, or without any. */
    private record Line(
            UUID firm,
            @Nullable String name,
            @Nullable Instant asOf,
            @Nullable OfRole role) {

        static Line of(Row row) {
            var role = row.get("role", String.class);
            return new Line(
                    Objects.requireNonNull(row.get("firm_id", UUID.class)),
                    row.get("name", String.class),
                    row.get("as_of", Instant.class),
                    role == null ? null : new OfRole(role, activity(row)));
        }

        private static Activity activity(Row row) {
            long total = count(row, "total");
            long thisWeek = count(row, "this_week");
            long thisMonth = count(row, "this_month");
            long earlier = count(row, "earlier");
            return new Activity(total, thisWeek, thisMonth, earlier, total - thisWeek - thisMonth - earlier);
        }
    }
}
