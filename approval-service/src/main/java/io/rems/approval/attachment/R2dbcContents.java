package io.rems.approval.attachment;

import io.rems.platform.database.FirmSql;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** In rows small enough that no connection is held while a reader is slow. */
@Repository
class R2dbcContents implements Contents {

    private static final int PART = 256 * 1024;

    private static final String PUT = """
            INSERT INTO attachment_part (firm_id, attachment_id, position, content)
            VALUES (:firm, :attachment, :position, :content)""";

    private static final String GET = """
            SELECT content FROM attachment_part
             WHERE firm_id = :firm AND attachment_id = :attachment AND position = :position""";

    private final FirmSql database;

    R2dbcContents(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(UUID attachment, Received file) {
        return Flux.range(0, parts(file.size()))
                .concatMap(
                        position -> file.part((long) position * PART, PART)
                                .flatMap(content -> database.sql(PUT)
                                        .bind("attachment", attachment)
                                        .bind("position", position)
                                        .bind("content", content)
                                        .update()),
                        1)
                .then();
    }

    @Override
    public Flux<byte[]> get(UUID attachment, long size) {
        return Flux.range(0, parts(size))
                .concatMap(
                        position -> database.sql(GET)
                                .bind("attachment", attachment)
                                .bind("position", position)
                                .one(row -> row.get("content", byte[].class))
                                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                                        "Part " + position + " of attachment " + attachment + " is gone"))),
                        1);
    }

    private static int parts(long size) {
        return Math.toIntExact(Math.ceilDiv(size, PART));
    }
}
