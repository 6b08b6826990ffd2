package io.rems.firm.logo;

import io.rems.platform.database.FirmSql;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The logo of the caller's firm. */
@Repository
class R2dbcLogos {
    private final FirmSql sql;

    R2dbcLogos(FirmSql sql) {
        this.sql = sql;
    }

    Mono<Logo> get() {
        return sql.sql("SELECT media_type, content, tag FROM firm_logo WHERE firm_id = :firm")
                .one(row -> new Logo(
                        row.get("media_type", String.class),
                        row.get("content", byte[].class),
                        row.get("tag", String.class)));
    }

    Mono<Void> put(Logo logo) {
        return sql.sql("""
                        INSERT INTO firm_logo (firm_id, media_type, content, tag) VALUES (:firm, :type, :content, :tag)
                        ON CONFLICT (firm_id) DO UPDATE
                        SET media_type = excluded.media_type, content = excluded.content, tag = excluded.tag""")
                .bind("type", logo.mediaType())
                .bind("content", logo.content())
                .bind("tag", logo.tag())
                .update()
                .then();
    }

    Mono<Void> remove() {
        return sql.sql("DELETE FROM firm_logo WHERE firm_id = :firm").update().then();
    }

    Mono<Optional<String>> tag() {
        return sql.sql("SELECT tag FROM firm_logo WHERE firm_id = :firm")
                .one(row -> row.get("tag", String.class))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
