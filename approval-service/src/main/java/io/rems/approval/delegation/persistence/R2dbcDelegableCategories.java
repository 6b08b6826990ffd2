package io.rems.approval.delegation.persistence;

import io.rems.approval.delegation.DelegableCategories;
import io.rems.platform.database.FirmSql;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcDelegableCategories implements DelegableCategories {

    private static final String UNKNOWN = """
            SELECT named.id FROM unnest(:named) named (id)
             WHERE NOT EXISTS (SELECT FROM expense_category c WHERE c.firm_id = :firm AND c.id = named.id)""";

    private final FirmSql database;

    R2dbcDelegableCategories(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Set<UUID>> unknown(Collection<UUID> categories) {
        return categories.isEmpty()
                ? Mono.just(Set.of())
                : database.sql(UNKNOWN)
                        .bind("named", categories.toArray(UUID[]::new))
                        .list(row -> row.get("id", UUID.class))
                        .map(Set::copyOf);
    }
}
