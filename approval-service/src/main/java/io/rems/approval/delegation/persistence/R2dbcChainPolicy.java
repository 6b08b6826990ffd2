package io.rems.approval.delegation.persistence;

import io.rems.approval.delegation.ChainPolicy;
import io.rems.platform.database.FirmSql;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcChainPolicy implements ChainPolicy {

    private static final String ALLOWS = """
            SELECT value = 'true' AS allowed FROM policy_value
             WHERE firm_id = :firm AND key = 'approval.delegationChains' AND value IS NOT NULL""";

    private final FirmSql database;

    R2dbcChainPolicy(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> allowsChains() {
        return database.sql(ALLOWS)
                .one(row -> Boolean.TRUE.equals(row.get("allowed", Boolean.class)))
                .defaultIfEmpty(false);
    }
}
