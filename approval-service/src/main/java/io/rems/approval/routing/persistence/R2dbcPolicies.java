package io.rems.approval.routing.persistence;

import static java.util.stream.Collectors.toMap;

import io.rems.approval.routing.Policies;
import io.rems.approval.routing.domain.Policy;
import io.rems.approval.routing.domain.PolicySetting;
import io.rems.platform.database.FirmSql;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPolicies implements Policies {

    private static final String VALUES = """
            SELECT key, value FROM policy_value WHERE firm_id = :firm AND value IS NOT NULL""";

    private static final String SET = """
            INSERT INTO policy_value (firm_id, key, value, version) VALUES (:firm, :key, :value, :version)
            ON CONFLICT (firm_id, key) DO UPDATE SET value = excluded.value, version = excluded.version
             WHERE policy_value.version < excluded.version""";

    private final FirmSql database;

    R2dbcPolicies(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Policy> current() {
        return database.sql(VALUES)
                .list(row ->
                        Map.entry(PolicySetting.named(row.get("key", String.class)), row.get("value", String.class)))
                .map(rows -> PolicySetting.policy(rows.stream()
                        .filter(row -> row.getKey().isPresent())
                        .collect(toMap(row -> row.getKey().orElseThrow(), Map.Entry::getValue))));
    }

    @Override
    public Mono<Void> set(PolicySetting setting, @Nullable String value, long version) {
        return database.sql(SET)
                .bind("key", setting.key())
                .bindNullable("value", value, String.class)
                .bind("version", version)
                .update()
                .then();
    }
}
