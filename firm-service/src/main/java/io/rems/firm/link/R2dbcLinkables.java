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
}
