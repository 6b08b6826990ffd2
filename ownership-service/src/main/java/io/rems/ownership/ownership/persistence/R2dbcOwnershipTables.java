package io.rems.ownership.ownership.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.OwnershipTables;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwnershipTables implements OwnershipTables {

    private static final String NEXT = """
            SELECT property.id AS property_id, property.ownership_version, owner.name AS owner_name,\s""" + PeriodRow.COLUMNS + """

              FROM (SELECT firm_id, id, ownership_version FROM property
                     WHERE firm_id = :firm AND id > :after ORDER BY id LIMIT :most) property
              LEFT JOIN ownership_period period
                ON period.firm_id = property.firm_id AND period.property_id = property.id
                   AND period.superseded_at IS NULL
              LEFT JOIN owner ON owner.firm_id = period.firm_id AND owner.id = period.owner_id
             ORDER BY property.id, period.valid_from, period.id""";

    private record Read(UUID property, long version, Optional<OwnershipPeriod> period) {

        static Read of(Row row) {
            return new Read(
                    row.get("property_id", UUID.class),
                    row.get("ownership_version", Long.class),
                    PeriodRow.period(row));
        }
    }

    private final FirmSql sql;

    R2dbcOwnershipTables(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<Long> count() {
        return sql.sql("SELECT count(*) AS n FROM property WHERE firm_id = :firm")
                .one(row -> row.get("n", Long.class));
    }

    @Override
    public Mono<List<OwnershipTable>> after(UUID property, int most) {
        return sql.sql(NEXT)
                .bind("after", property)
                .bind("most", most)
                .list(Read::of)
                .map(rows -> rows.stream().collect(groupingBy(Read::property, LinkedHashMap::new, toList())))
                .map(found ->
                        found.values().stream().map(R2dbcOwnershipTables::table).toList());
    }

    private static OwnershipTable table(List<Read> rows) {
        var first = rows.getFirst();
        var periods = rows.stream().flatMap(row -> row.period().stream()).toList();
        return new OwnershipTable(
                new PropertyId(first.property()), new Versioned<>(new OwnershipTimeline(periods), first.version()));
    }
}
