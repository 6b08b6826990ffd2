package io.rems.approval.ownership.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.ownership.Ownerships;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.OwnershipPeriod;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Share;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwnerships implements Ownerships {

    private static final String ON_DAY = """
            SELECT o.id, o.owner_id, o.share, o.valid_from, o.valid_to, o.primary_contact
              FROM property p
              LEFT JOIN ownership_period o ON o.firm_id = p.firm_id AND o.property_id = p.id
                   AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to > :day)
             WHERE p.firm_id = :firm AND p.id = :property AND (p.ownership_told OR p.ownership_version > 0)
             ORDER BY o.valid_from, o.id""";

    private static final String KNOWN = """
            SELECT 1 FROM property WHERE firm_id = :firm AND id = :property""";

    private static final String HOLDS_ANYTHING = """
            SELECT 1 FROM ownership_period WHERE firm_id = :firm AND owner_id = :owner LIMIT 1""";

    private static final String DESCRIBE = """
            INSERT INTO property (firm_id, id, code, name, described_at)
            VALUES (:firm, :property, :code, :name, :version)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET code = excluded.code, name = excluded.name, described_at = excluded.described_at
             WHERE property.described_at < excluded.described_at""";

    private static final String TAKE_VERSION = """
            INSERT INTO property (firm_id, id, ownership_version, ownership_told)
            VALUES (:firm, :property, :version, true)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET ownership_version = excluded.ownership_version, ownership_told = true
             WHERE property.ownership_version < excluded.ownership_version
                OR property.ownership_version = 0 AND NOT property.ownership_told""";

    private static final String CLEAR = """
            DELETE FROM ownership_period WHERE firm_id = :firm AND property_id = :property RETURNING owner_id""";

    private static final String ADD = """
            INSERT INTO ownership_period
                   (firm_id, property_id, id, owner_id, share, valid_from, valid_to, primary_contact)
            SELECT :firm, :property, id, owner, share, valid_from, valid_to, primary_contact
              FROM unnest(:ids, :owners, :shares, CAST(:from AS date[]), CAST(:to AS date[]), :contacts)
                   AS period (id, owner, share, valid_from, valid_to, primary_contact)""";

    private final FirmSql database;

    R2dbcOwnerships(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Ownership> of(PropertyId property, LocalDate day) {
        return database.sql(ON_DAY)
                .bind("property", property.value())
                .bind("day", day)
                .list(R2dbcOwnerships::period)
                .filter(rows -> !rows.isEmpty())
                .map(rows -> Ownership.on(
                        day, property, rows.stream().flatMap(Optional::stream).toList()));
    }

    @Override
    public Mono<Boolean> knows(PropertyId property) {
        return database.sql(KNOWN)
                .bind("property", property.value())
                .one(_ -> true)
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Boolean> knows(OwnerId owner) {
        return database.sql(HOLDS_ANYTHING)
                .bind("owner", owner.value())
                .one(_ -> true)
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> describe(PropertyId property, String code, String name, long version) {
        return database.sql(DESCRIBE)
                .bind("property", property.value())
                .bind("code", code)
                .bind("name", name)
                .bind("version", version)
                .update()
                .then();
    }

    @Override
    public Mono<Set<OwnerId>> replace(PropertyId property, List<OwnershipPeriod> periods, long version) {
        return database.sql(TAKE_VERSION)
                .bind("property", property.value())
                .bind("version", version)
                .update()
                .filter(rows -> rows == 1)
                .flatMap(_ -> clear(property))
                .flatMap(before -> add(property, periods).thenReturn(owners(before, periods)));
    }

    private Mono<List<OwnerId>> clear(PropertyId property) {
        return database.sql(CLEAR)
                .bind("property", property.value())
                .list(row -> new OwnerId(row.get("owner_id", UUID.class)));
    }

    private static Set<OwnerId> owners(List<OwnerId> before, List<OwnershipPeriod> periods) {
        return Stream.concat(before.stream(), periods.stream().map(OwnershipPeriod::owner))
                .collect(Collectors.toSet());
    }

    private Mono<Void> add(PropertyId property, List<OwnershipPeriod> periods) {
        return periods.isEmpty()
                ? Mono.empty()
                : database.sql(ADD)
                        .bind("property", property.value())
                        .bind("ids", array(periods, UUID[]::new, OwnershipPeriod::id))
                        .bind(
                                "owners",
                                array(
                                        periods,
                                        UUID[]::new,
                                        period -> period.owner().value()))
                        .bind(
                                "shares",
                                array(
                                        periods,
                                        String[]::new,
                                        period -> period.share().toString()))
                        .bind("from", array(periods, LocalDate[]::new, OwnershipPeriod::from))
                        .bind("to", array(periods, LocalDate[]::new, OwnershipPeriod::to))
                        .bind("contacts", array(periods, Boolean[]::new, OwnershipPeriod::primaryContact))
                        .update()
                        .then();
    }

    private static <T> T[] array(
            List<OwnershipPeriod> periods, IntFunction<T[]> array, Function<OwnershipPeriod, @Nullable T> part) {
        return periods.stream().map(part).toArray(array);
    }

    /** Absent in the one row of a property that nobody but the firm holds. */
    private static Optional<OwnershipPeriod> period(Row row) {
        return Optional.ofNullable(row.get("id", UUID.class))
                .map(id -> new OwnershipPeriod(
                        id,
                        new OwnerId(row.get("owner_id", UUID.class)),
                        Share.parse(row.get("share", String.class)),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class),
                        row.get("primary_contact", Boolean.class)));
    }
}
