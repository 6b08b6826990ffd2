package io.rems.approval.businesstime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;

import io.r2dbc.spi.Row;
import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.businesstime.domain.Days;
import io.rems.platform.database.FirmSql;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where firms are and when they rest, as firm-service has told; what it has not told is as usual in Kuwait. */
@Repository
class R2dbcFirmCalendars {

    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Kuwait");
    private static final Set<DayOfWeek> USUAL_WEEKEND = Set.of(FRIDAY, SATURDAY);

    /** News of the same version are taken again: whoever hears them for the second time has learned to use more of them. */
    private static final String SET = """
            INSERT INTO firm_zone (firm_id, zone, weekend, version) VALUES (:firm, :zone, :weekend, :version)
            ON CONFLICT (firm_id) DO UPDATE
               SET zone = excluded.zone, weekend = coalesce(excluded.weekend, firm_zone.weekend),
                   version = excluded.version
             WHERE firm_zone.version <= excluded.version""";

    /** Always a row at least, so that all of it is one round trip. */
    private static final String WORKING_DAYS = """
            SELECT z.zone, z.weekend, h.first_day, h.last_day
              FROM (SELECT CAST(:firm AS uuid) AS id) f
              LEFT JOIN firm_zone z ON z.firm_id = f.id
              LEFT JOIN holiday h ON h.firm_id = f.id AND h.last_day >= :from""";

    private final FirmSql database;

    R2dbcFirmCalendars(FirmSql database) {
        this.database = database;
    }

    Mono<ZoneId> zone() {
        return database.sql("SELECT zone FROM firm_zone WHERE firm_id = :firm")
                .one(R2dbcFirmCalendars::zone)
                .defaultIfEmpty(USUAL_ZONE);
    }

    Mono<BusinessTime> workingDays(Instant from) {
        return database.sql(WORKING_DAYS)
                .bind("from", LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1))
                .list(row -> new Told(zone(row), weekend(row), holiday(row)))
                .map(told -> new BusinessTime.WorkingDays(
                        told.getFirst().zone(),
                        told.getFirst().weekend(),
                        told.stream().flatMap(one -> one.holiday().stream()).toList()));
    }

    /** Unless something later is known; a weekend that is not told stays as it is. */
    Mono<Void> set(ZoneId zone, @Nullable List<DayOfWeek> weekend, long version) {
        var days =
                weekend == null ? null : weekend.stream().map(DayOfWeek::name).toArray(String[]::new);
        return database.sql(SET)
                .bind("zone", zone.getId())
                .bindNullable("weekend", days, String[].class)
                .bind("version", version)
                .update()
                .then();
    }

    private record Told(ZoneId zone, Set<DayOfWeek> weekend, Optional<Days> holiday) {}

    private static ZoneId zone(Row row) {
        var zone = row.get("zone", String.class);
        return zone == null ? USUAL_ZONE : ZoneId.of(zone);
    }

    private static Set<DayOfWeek> weekend(Row row) {
        var weekend = row.get("weekend", String[].class);
        return weekend == null
                ? USUAL_WEEKEND
                : Arrays.stream(weekend).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }

    private static Optional<Days> holiday(Row row) {
        var first = row.get("first_day", LocalDate.class);
        var last = row.get("last_day", LocalDate.class);
        return first == null || last == null ? Optional.empty() : Optional.of(new Days(first, last));
    }
}
