package io.rems.approval.ownership.persistence;

import io.rems.approval.ownership.MergedOwners;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.database.FirmSql;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMergedOwners implements MergedOwners {

    private static final String MERGE = """
            INSERT INTO merged_owner (firm_id, owner_id, into_owner_id, version) VALUES (:firm, :owner, :into, :version)
            ON CONFLICT (firm_id, owner_id) DO UPDATE
               SET into_owner_id = excluded.into_owner_id, version = excluded.version
             WHERE merged_owner.version < excluded.version""";

    private final FirmSql database;

    R2dbcMergedOwners(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> merged(OwnerId owner, OwnerId into, long version) {
        return database.sql(MERGE)
                .bind("owner", owner.value())
                .bind("into", into.value())
                .bind("version", version)
                .update()
                .then();
    }
}
