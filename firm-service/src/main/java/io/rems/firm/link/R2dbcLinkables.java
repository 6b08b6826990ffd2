package io.rems.firm.link;

import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The replica: that they exist is all that is kept. */
@Repository
class R2dbcLinkables {
    private final FirmSql sql;

    R2dbcLinkables(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Boolean> has(Kind kind, UUID id) {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM linkable WHERE firm_id = :firm AND kind = :kind AND id = :id) AS known""").bind("kind", kind.name()).bind("id", id).one(row -> row.get("known", Boolean.class));
    }

    Mono<Void> learn(Kind kind, UUID id) {
        return sql.sql("""
                        INSERT INTO linkable (firm_id, kind, id) VALUES (:firm, :kind, :id)
                        ON CONFLICT DO NOTHING""").bind("kind", kind.name()).bind("id", id).update().then();
    }

    /** Nobody is linked to the first any more; what is linked to it already follows when {@code assignment} looks. */
    Mono<Void> merge(UUID owner, UUID into) {
        return sql.sql("""
                        WITH forgotten AS (
                            DELETE FROM linkable WHERE firm_id = :firm AND kind = 'OWNER' AND id = :owner)
                        INSERT INTO merged_owner (firm_id, owner_id, into_owner_id) VALUES (:firm, :owner, :into)
                        ON CONFLICT (firm_id, owner_id) DO UPDATE SET into_owner_id = excluded.into_owner_id""").bind("owner", owner).bind("into", into).update().then(learn(Kind.OWNER, into));
    }
}
