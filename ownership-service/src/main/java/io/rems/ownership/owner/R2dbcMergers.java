package io.rems.ownership.owner;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which entries go on under which. */
@Repository
class R2dbcMergers {

    private final FirmSql sql;

    R2dbcMergers(FirmSql sql) {
        this.sql = sql;
    }

    /** Fails where the firm has no such owner, and where he goes on under another entry. */
    Mono<Holder> unmerged(UUID owner) {
        return sql.sql("SELECT id, name, merged_into FROM owner WHERE firm_id = :firm AND id = :owner")
                .bind("owner", owner)
                .one(row -> row.get("merged_into", UUID.class) == null
                        ? Mono.just(new Holder(owner, row.get("name", String.class)))
                        : Mono.<Holder>error(() -> MergeOwners.merged(owner)))
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", owner)))
                .flatMap(found -> found);
    }

    /** Those who went on under the first now go on under the second too. @return the version of the first */
    Mono<Long> merge(UUID owner, UUID into, Instant at) {
        return sql.sql("""
                UPDATE owner SET merged_into = :into, merged_at = coalesce(merged_at, :at), version = version + 1
                 WHERE firm_id = :firm AND (id = :owner OR merged_into = :owner)""")
                .bind("owner", owner)
                .bind("into", into)
                .bind("at", at)
                .update()
                .then(sql.sql("SELECT version FROM owner WHERE firm_id = :firm AND id = :owner")
                        .bind("owner", owner)
                        .one(row -> row.get("version", Long.class)));
    }

    Mono<Merger> of(UUID owner) {
        return sql.sql("""
                SELECT merged_into, merged_at FROM owner
                 WHERE firm_id = :firm AND id = :owner AND merged_into IS NOT NULL""")
                .bind("owner", owner)
                .one(row -> new Merger(owner, row.get("merged_into", UUID.class), row.get("merged_at", Instant.class)))
                .switchIfEmpty(Mono.error(() -> new NotFound("merger of owner", owner)));
    }
}
