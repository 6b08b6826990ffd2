package io.rems.firm.settings;

import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What the firm of the caller has set, by key. */
@Repository
class R2dbcOverrides {
    private final FirmSql sql;

    R2dbcOverrides(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Map<String, String>> all() {
        return sql.sql("SELECT key, value FROM firm_setting WHERE firm_id = :firm")
                .list(row -> Map.entry(row.get("key", String.class), row.get("value", String.class)))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Mono<Void> set(String key, String value) {
        return sql.sql("""
                        INSERT INTO firm_setting (firm_id, key, value) VALUES (:firm, :key, :value)
                        ON CONFLICT (firm_id, key) DO UPDATE SET value = excluded.value""").bind("key", key).bind("value", value).update().then();
    }

    /** The same for a firm that is not the caller's: across firms. */
    Mono<Void> setIn(FirmId firm, String key, String value) {
        return sql.sql("INSERT INTO firm_setting (firm_id, key, value) VALUES (:firm, :key, :value)")
                .bind("firm", firm.value())
                .bind("key", key)
                .bind("value", value)
                .update()
                .then();
    }

    Mono<Void> clear(String key) {
        return sql.sql("DELETE FROM firm_setting WHERE firm_id = :firm AND key = :key")
                .bind("key", key)
                .update()
                .then();
    }
}
