package io.rems.approval.delegation.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.delegation.Holdings;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcHoldings implements Holdings {

    private static final String OF = """
            SELECT o.property_id, o.valid_to
              FROM ownership_period o
              JOIN property p ON p.firm_id = o.firm_id AND p.id = o.property_id
             WHERE o.firm_id = :firm AND o.owner_id = :owner AND (o.valid_to IS NULL OR o.valid_to > :today)
             ORDER BY o.property_id""";

    /** The property's row is what a change of its holders writes first. */
    private static final String HOLD = OF + " FOR SHARE OF p";

    private final FirmSql database;

    R2dbcHoldings(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Map<PropertyId, Optional<LocalDate>>> of(OwnerId owner, LocalDate today) {
        return held(OF, owner, today);
    }

    @Override
    public Mono<Map<PropertyId, Optional<LocalDate>>> hold(OwnerId owner, LocalDate today) {
        return held(HOLD, owner, today);
    }

    private Mono<Map<PropertyId, Optional<LocalDate>>> held(String statement, OwnerId owner, LocalDate today) {
        return database.sql(statement)
                .bind("owner", owner.value())
                .bind("today", today)
                .list(R2dbcHoldings::period)
                .map(R2dbcHoldings::longest);
    }

    private static Map.Entry<PropertyId, Optional<LocalDate>> period(Row row) {
        return Map.entry(
                new PropertyId(row.get("property_id", UUID.class)),
                Optional.ofNullable(row.get("valid_to", LocalDate.class)));
    }

    private static Map<PropertyId, Optional<LocalDate>> longest(
            List<Map.Entry<PropertyId, Optional<LocalDate>>> periods) {
        var held = new HashMap<PropertyId, Optional<LocalDate>>();
        periods.forEach(period -> held.merge(period.getKey(), period.getValue(), R2dbcHoldings::later));
        return held;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(end -> other.map(next -> next.isAfter(end) ? next : end));
    }
}
