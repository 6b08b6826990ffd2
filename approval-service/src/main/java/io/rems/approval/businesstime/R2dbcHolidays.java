package io.rems.approval.businesstime;

import io.r2dbc.spi.Row;
import io.rems.approval.businesstime.domain.Days;
import io.rems.platform.Duplicate;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcHolidays {

    private static final String ALL = """
            SELECT id, version, name, first_day, last_day FROM holiday WHERE firm_id = :firm""";

    private static final String ADD = """
            INSERT INTO holiday (firm_id, id, name, first_day, last_day) VALUES (:firm, :id, :name, :first, :last)""";

    private static final String SAVE = """
            UPDATE holiday SET name = :name, first_day = :first, last_day = :last, version = version + 1
             WHERE firm_id = :firm AND id = :id AND version = :version""";

    private static final String REMOVE = """
            DELETE FROM holiday WHERE firm_id = :firm AND id = :id AND version = :version""";

    private final FirmSql database;

    R2dbcHolidays(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(Holiday holiday) {
        return bound(ADD, holiday)
                .update()
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("holiday", "id")))
                .then();
    }

    Mono<Void> save(Versioned<Holiday> holiday) {
        return bound(SAVE, holiday.value())
                .bind("version", holiday.version())
                .update()
                .flatMap(R2dbcHolidays::unlessStale);
    }

    Mono<Void> remove(Versioned<Holiday> holiday) {
        return database.sql(REMOVE)
                .bind("id", holiday.value().id())
                .bind("version", holiday.version())
                .update()
                .flatMap(R2dbcHolidays::unlessStale);
    }

    Mono<Versioned<Holiday>> get(UUID id) {
        return database.sql(ALL + " AND id = :id")
                .bind("id", id)
                .one(R2dbcHolidays::holiday)
                .switchIfEmpty(Mono.error(() -> new NotFound("holiday", id)));
    }

    /** Those that fall between these days, at least in part. */
    Mono<Page<HolidayView>> page(@Nullable LocalDate from, @Nullable LocalDate until, ListQuery query) {
        return Listing.of(database, ALL)
                .whereGiven("last_day >= :since", "since", from)
                .whereGiven("first_day <= :until", "until", until)
                .sortable("from", "first_day", LocalDate.class)
                .sortable("name", "name", String.class)
                .orderedBy("from")
                .searchable("name")
                .page(query, row -> HolidayView.of(holiday(row)));
    }

    private FirmSql.Statement bound(String statement, Holiday holiday) {
        return database.sql(statement)
                .bind("id", holiday.id())
                .bind("name", holiday.name())
                .bind("first", holiday.days().first())
                .bind("last", holiday.days().last());
    }

    private static Mono<Void> unlessStale(long rows) {
        return rows == 1 ? Mono.empty() : Mono.error(new StaleVersion());
    }

    private static Versioned<Holiday> holiday(Row row) {
        return new Versioned<>(
                new Holiday(
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        new Days(row.get("first_day", LocalDate.class), row.get("last_day", LocalDate.class))),
                row.get("version", Long.class));
    }
}
