package io.rems.approval.delegation.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.Names;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.database.FirmSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcNames implements Names {

    private static final String NAMES = """
            SELECT id, name, false AS linked FROM owner WHERE firm_id = :firm AND id = ANY (:owners)
            UNION ALL
            SELECT user_id, max(name), false FROM firm_user WHERE firm_id = :firm AND user_id = ANY (:persons)
             GROUP BY user_id""";

    private static final String NAMES_OF_DELEGATION = NAMES + """

            UNION ALL
            SELECT id, name, false FROM property WHERE firm_id = :firm AND id = ANY (:properties) AND name IS NOT NULL
            UNION ALL
            SELECT id, name, false FROM expense_category WHERE firm_id = :firm AND id = ANY (:categories)
            UNION ALL
            SELECT DISTINCT user_id, name, true FROM firm_user
             WHERE firm_id = :firm AND owner_id = ANY (:owners) AND status = 'ACTIVE'""";

    private final FirmSql database;

    R2dbcNames(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Known> of(Delegation delegation) {
        var limits = delegation.limits();
        return database.sql(NAMES_OF_DELEGATION)
                .bind("owners", array(Stream.of(delegation.owner().value())))
                .bind("persons", array(Stream.of(delegation.delegate().value())))
                .bind("properties", array(limits.properties().stream().map(PropertyId::value)))
                .bind("categories", array(limits.categories().stream()))
                .list(R2dbcNames::named)
                .map(R2dbcNames::known);
    }

    @Override
    public Mono<Known> of(Collection<OwnerId> owners, Collection<PersonId> persons) {
        return database.sql(NAMES)
                .bind("owners", array(owners.stream().map(OwnerId::value)))
                .bind("persons", array(persons.stream().map(PersonId::value)))
                .list(R2dbcNames::named)
                .map(R2dbcNames::known);
    }

    private record Named(UUID id, @Nullable String name, boolean linked) {}

    private static Named named(Row row) {
        return new Named(row.get("id", UUID.class), row.get("name", String.class), row.get("linked", Boolean.class));
    }

    private static Known known(List<Named> rows) {
        var names = new HashMap<UUID, String>();
        var linked = new ArrayList<UUID>();
        for (var row : rows) {
            if (row.linked()) {
                linked.add(row.id());
            } else if (row.name() != null) {
                names.put(row.id(), row.name());
            }
        }
        return new Known(names, linked);
    }

    private static UUID[] array(Stream<UUID> identifiers) {
        return identifiers.distinct().toArray(UUID[]::new);
    }
}
