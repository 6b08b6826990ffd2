package io.rems.approval.routing.persistence;

import static java.util.stream.Collectors.toMap;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.routing.Policies;
import io.rems.approval.routing.domain.Limit;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.Policy;
import io.rems.approval.routing.domain.PolicySetting;
import io.rems.approval.routing.domain.Terms;
import io.rems.platform.database.FirmSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPolicies implements Policies {

    private static final String VALUES = """
            SELECT key, value FROM policy_value WHERE firm_id = :firm AND value IS NOT NULL""";

    /** The firm's values and what is otherwise for this property and these owners, in one round trip. */
    private static final String TERMS = """
            SELECT 'FIRM' AS origin, key, value, CAST(NULL AS uuid) AS subject_id, NULL AS rule,
                   CAST(NULL AS bigint) AS limit_minor, NULL AS limit_currency
              FROM policy_value WHERE firm_id = :firm AND value IS NOT NULL
            UNION ALL
            SELECT origin, NULL, NULL, subject_id, rule, limit_minor, limit_currency
              FROM policy_override
             WHERE firm_id = :firm
               AND (origin = 'PROPERTY' AND subject_id = :property OR origin = 'OWNER' AND subject_id = ANY (:owners))
             ORDER BY origin DESC, subject_id""";

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
        return database.sql(VALUES).list(Part::value).map(Part::policy);
    }

    @Override
    public Mono<Terms> of(Ownership ownership) {
        return database.sql(TERMS)
                .bind("property", ownership.property().value())
                .bind("owners", owners(ownership))
                .list(Part::of)
                .map(parts -> new Terms(Part.policy(parts), Part.rule(parts), Part.limits(parts)));
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

    private static UUID[] owners(Ownership ownership) {
        return ownership.holdings().stream()
                .map(holding -> holding.holder() instanceof Holder.Owner(var id) ? id.value() : null)
                .flatMap(Stream::ofNullable)
                .toArray(UUID[]::new);
    }

    /** One row: a value of the firm, or what is otherwise for a property or an owner. */
    private record Part(
            @Nullable String key,
            @Nullable String value,
            @Nullable Rule rule,
            @Nullable Limit limit) {

        static Part value(Row row) {
            return new Part(row.get("key", String.class), row.get("value", String.class), null, null);
        }

        static Part of(Row row) {
            var origin = Origin.valueOf(row.get("origin", String.class));
            if (origin == Origin.FIRM) {
                return value(row);
            }
            var limit = OverrideRow.limit(row);
            var subject = row.get("subject_id", UUID.class);
            return new Part(
                    null, null, OverrideRow.rule(row), limit == null ? null : new Limit(origin, subject, limit));
        }

        static Policy policy(List<Part> parts) {
            return PolicySetting.policy(parts.stream()
                    .flatMap(part -> part.setting().stream())
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }

        static @Nullable Rule rule(List<Part> parts) {
            return parts.stream()
                    .flatMap(part -> Stream.ofNullable(part.rule))
                    .findFirst()
                    .orElse(null);
        }

        static List<Limit> limits(List<Part> parts) {
            return parts.stream().flatMap(part -> Stream.ofNullable(part.limit)).toList();
        }

        private Optional<Map.Entry<PolicySetting, String>> setting() {
            return key == null || value == null
                    ? Optional.empty()
                    : PolicySetting.named(key).map(setting -> Map.entry(setting, value));
        }
    }
}
