package io.rems.ownership.owner;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import java.time.Instant;
import java.util.List;
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

    /** An entry before it is merged, or another one into it. */
    record Entry(Holder holder, OwnerStatus status) {}

    /** Fails where the firm has no such owner, and where he goes on under another entry. */
    Mono<Entry> unmerged(UUID owner) {
        return sql.sql("SELECT id, name, status, merged_into FROM owner WHERE firm_id = :firm AND id = :owner")
                .bind("owner", owner)
                .one(row -> row.get("merged_into", UUID.class) == null
                        ? Mono.just(new Entry(
                                new Holder(owner, row.get("name", String.class)),
                                OwnerStatus.valueOf(row.get("status", String.class))))
                        : Mono.<Entry>error(() -> MergeOwners.merged(owner)))
                .switchIfEmpty(Mono.error(() -> new NotFound("owner", owner)))
                .flatMap(found -> found);
    }

    /**
     * The first goes on under the second, with those who had gone on under the first, and leaves his document to it.
     *
     * @return the entries that changed, with their versions
     */
    Mono<List<Versioned<UUID>>> merge(UUID owner, UUID into, Instant at) {
        return sql.sql("""
                UPDATE owner
                   SET merged_into = :into, merged_at = coalesce(merged_at, :at), identity_key = NULL, version = version + 1
                 WHERE firm_id = :firm AND (id = :owner OR merged_into = :owner)
                RETURNING id, version""")
                .bind("owner", owner)
                .bind("into", into)
                .bind("at", at)
                .list(row -> new Versioned<>(row.get("id", UUID.class), row.get("version", Long.class)));
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
