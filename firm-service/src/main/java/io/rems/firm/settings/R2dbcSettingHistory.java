package io.rems.firm.settings;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.database.FirmSql;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Listing;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who set what, and when, in the caller's firm. Rows are only ever added. */
@Repository
class R2dbcSettingHistory {
    private final FirmSql sql;

    R2dbcSettingHistory(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(SettingChanged change, Actor by, Instant at) {
        return sql.sql("""
                        INSERT INTO firm_setting_change (firm_id, id, key, value, previous, changed_by, changed_at)
                        VALUES (:firm, :id, :key, :value, :previous, :by, :at)""")
                .bind("id", Identifiers.next())
                .bind("key", change.key())
                .bindNullable("value", change.value(), String.class)
                .bindNullable("previous", change.previous(), String.class)
                .bind("by", by.id())
                .bind("at", at)
                .update()
                .then();
    }

    Mono<Page<SettingChange>> of(Setting<?> setting, ListQuery query) {
        return Listing.of(sql, """
                        SELECT id, value, previous, changed_by, changed_at
                          FROM firm_setting_change WHERE firm_id = :firm AND key = :key""")
                .bind("key", setting.key())
                .sortable("changedAt", "changed_at", Instant.class)
                .orderedBy("-changedAt")
                .page(query, R2dbcSettingHistory::change);
    }

    private static SettingChange change(Row row) {
        return new SettingChange(
                row.get("id", UUID.class),
                row.get("value", String.class),
                row.get("previous", String.class),
                row.get("changed_by", String.class),
                row.get("changed_at", Instant.class));
    }
}
