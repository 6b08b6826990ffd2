package io.rems.firm.lookalike;

import io.rems.firm.lookalike.Lookalikes.Kind;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Firms and users in the order of their ids, and how far their looks have been taken down. */
@Repository
class R2dbcLooksOfBefore {
    private static final int BATCH = 500;

    private final FirmSql sql;

    R2dbcLooksOfBefore(FirmSql sql) {
        this.sql = sql;
    }

    /** Somebody with a name or an e-mail that people know him by. */
    record Owner(UUID id, String text) {
        Look look(Kind kind) {
            return kind == Kind.EMAIL ? Look.ofEmail(text) : Look.ofName(text);
        }
    }

    Mono<Boolean> anyLeft() {
        return sql.sql("SELECT EXISTS (SELECT FROM lookalike_of_before WHERE done_at IS NULL) AS left_over")
                .one(row -> row.get("left_over", Boolean.class));
    }

    /** Locks the kind until the transaction ends; empty if it is done, or being done. @return after whom to go on */
    Mono<UUID> claim(Kind kind) {
        return sql.sql("""
                        SELECT done_up_to FROM lookalike_of_before
                         WHERE kind = :kind AND done_at IS NULL FOR UPDATE SKIP LOCKED""").bind("kind", kind.name()).one(row -> row.get("done_up_to", UUID.class));
    }

    /** Keeps them from getting another name until the transaction ends. */
    Mono<List<Owner>> ownersAfter(Kind kind, UUID after) {
        var owners = switch (kind) {
            case EMAIL -> """
                            SELECT id, email AS text FROM portal_user WHERE id > :after ORDER BY id LIMIT :most FOR SHARE""";
            case FIRM_NAME -> """
                            SELECT firm_id AS id, name AS text FROM firm
                             WHERE firm_id > :after ORDER BY firm_id LIMIT :most FOR SHARE""";
        };
        return sql.sql(owners)
                .bind("after", after)
                .bind("most", BATCH)
                .list(row -> new Owner(row.get("id", UUID.class), row.get("text", String.class)));
    }

    Mono<Void> keep(Kind kind, List<Owner> owners) {
        var looks = owners.stream().map(owner -> owner.look(kind)).toList();
        return sql.sql("""
                        INSERT INTO lookalike (kind, skeleton, plain, owner)
                        SELECT :kind, skeleton, plain, owner
                          FROM unnest(:skeletons, :plains, :owners) WITH ORDINALITY
                               AS look (skeleton, plain, owner, place) ORDER BY place
                        ON CONFLICT (kind, skeleton) DO NOTHING""")
                .bind("kind", kind.name())
                .bind("skeletons", looks.stream().map(Look::skeleton).toArray(String[]::new))
                .bind("plains", looks.stream().map(Look::plain).toArray(Boolean[]::new))
                .bind("owners", owners.stream().map(Owner::id).toArray(UUID[]::new))
                .update()
                .then();
    }

    Mono<Void> advance(Kind kind, UUID upTo) {
        return sql.sql("UPDATE lookalike_of_before SET done_up_to = :upTo WHERE kind = :kind")
                .bind("kind", kind.name())
                .bind("upTo", upTo)
                .update()
                .then();
    }

    Mono<Void> finish(Kind kind, Instant at) {
        return sql.sql("UPDATE lookalike_of_before SET done_at = :at WHERE kind = :kind")
                .bind("kind", kind.name())
                .bind("at", at)
                .update()
                .then();
    }
}
