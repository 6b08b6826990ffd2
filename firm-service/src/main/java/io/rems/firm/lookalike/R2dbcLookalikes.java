package io.rems.firm.lookalike;

import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.RequestRefused;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLookalikes implements Lookalikes {
    private final FirmSql sql;

    R2dbcLookalikes(FirmSql sql) {
        this.sql = sql;
    }

    /** The update changes nothing; it locks the row, and counts it only if it may be shared. */
    @Override
    public Mono<Void> claim(Kind kind, Look look, UUID owner) {
        return sql.sql("""
                        INSERT INTO lookalike (kind, skeleton, plain, owner) VALUES (:kind, :skeleton, :plain, :owner)
                        ON CONFLICT (kind, skeleton) DO UPDATE SET owner = lookalike.owner
                         WHERE lookalike.owner = excluded.owner
                            OR (lookalike.kind = 'EMAIL' AND lookalike.plain AND excluded.plain)""")
                .bind("kind", kind.name())
                .bind("skeleton", look.skeleton())
                .bind("plain", look.plain())
                .bind("owner", owner)
                .update()
                .filter(rows -> rows == 1 && !(kind == Kind.EMAIL && look.mixed()))
                .switchIfEmpty(Mono.error(() ->
                        new RequestRefused(kind == Kind.EMAIL ? LookalikeRefusal.EMAIL : LookalikeRefusal.FIRM_NAME)))
                .then(release(kind, look, owner));
    }

    /** What the owner looked like before is free, unless others look so too. */
    private Mono<Void> release(Kind kind, Look look, UUID owner) {
        return sql.sql("""
                        DELETE FROM lookalike WHERE owner = :owner AND kind = :kind AND skeleton <> :skeleton
                                                AND (kind = 'FIRM_NAME' OR NOT plain)""")
                .bind("owner", owner)
                .bind("kind", kind.name())
                .bind("skeleton", look.skeleton())
                .update()
                .then();
    }
}
