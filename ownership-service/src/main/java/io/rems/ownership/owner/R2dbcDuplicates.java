package io.rems.ownership.owner;

import io.r2dbc.spi.Row;
import io.rems.ownership.owner.Duplicates.Alike;
import io.rems.ownership.owner.Duplicates.Group;
import io.rems.ownership.owner.Duplicates.Reason;
import io.rems.platform.database.FirmSql;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Finds owners who may be one. */
@Repository
class R2dbcDuplicates {

    private final FirmSql sql;

    R2dbcDuplicates(FirmSql sql) {
        this.sql = sql;
    }

    Mono<List<Group>> all() {
        return sql.sql("""
                SELECT reason, array_agg(id ORDER BY name, id) AS ids, array_agg(name ORDER BY name, id) AS names
                  FROM (SELECT 1 AS strength, 'IDENTITY' AS reason, id, name,
                               identity_type || identity_country || regexp_replace(identity_number, '\\W', '', 'g') AS common
                          FROM owner WHERE firm_id = :firm AND merged_into IS NULL AND status = 'ACTIVE' AND identity_number IS NOT NULL
                        UNION ALL
                        SELECT 2, 'EMAIL', id, name, lower(email)
                          FROM owner WHERE firm_id = :firm AND merged_into IS NULL AND status = 'ACTIVE' AND email IS NOT NULL
                        UNION ALL
                        SELECT 3, 'NAME', id, name, coalesce(name_key, lower(name))
                          FROM owner WHERE firm_id = :firm AND merged_into IS NULL AND status = 'ACTIVE') alike
                 GROUP BY strength, reason, common HAVING count(*) > 1
                 ORDER BY strength, min(name) LIMIT 200""").list(R2dbcDuplicates::group);
    }

    private static Group group(Row row) {
        var ids = row.get("ids", UUID[].class);
        var names = row.get("names", String[].class);
        return new Group(
                Reason.valueOf(row.get("reason", String.class)),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new Alike(ids[i], names[i]))
                        .toList());
    }
}
