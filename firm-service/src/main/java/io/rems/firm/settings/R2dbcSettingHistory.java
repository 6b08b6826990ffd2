package io.rems.firm.settings;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.FirmSql.Statement;
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
    private static final String ADD = """
            INSERT INTO firm_setting_change (firm_id, id, key, value, previous, changed_by, changed_at)
            VALUES (:firm, :id, :key, :value, :previous, :by, :at)""";

    private final FirmSql sql;

    R2dbcSettingHistory(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Void> add(SettingChanged change, Actor by, Instant at) {
        return row(sql.sql(ADD), change, by, at).update().then();
    }

    /** The same for a firm that is not the caller's: across firms. */
    Mono<Void> addIn(FirmId firm, SettingChanged change, Actor by, Instant at) {
        return row(sql.sql(ADD).bind("firm", firm.value()), change, by, at)
                .update()
                .then();
    }

    private static Statement row(Statement statement, SettingChanged change, Actor by, Instant at) {
        return statement
                .bind("id", Identifiers.next())
                .bind("key", change.key())
                .bindNullable("value", change.value(), String.class)
                .bindNullable("previous", change.previous(), String.class)
                .bind("by", by.id())
                .bind("at", at);
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
