package io.rems.approval.attachment;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAttachments {

    private static final String OF = """
            SELECT id, expense_id, kind, name, media_type, size, sha256, added_by, added_at
              FROM attachment WHERE firm_id = :firm AND expense_id = :expense""";

    private static final String ADD = """
            INSERT INTO attachment (firm_id, id, expense_id, kind, name, media_type, size, sha256, added_by, added_at)
            VALUES (:firm, :id, :expense, :kind, :name, :media_type, :size, :sha256, :added_by, :added_at)""";

    private static final String REMOVE = "DELETE FROM attachment WHERE firm_id = :firm AND id = :id";

    private final FirmSql database;

    R2dbcAttachments(FirmSql database) {
        this.database = database;
    }

    Mono<List<Attachment>> of(UUID expense) {
        return database.sql(OF + " ORDER BY added_at, id")
                .bind("expense", expense)
                .list(R2dbcAttachments::attachment);
    }

    Mono<Attachment> find(UUID expense, UUID id) {
        return database.sql(OF + " AND id = :id")
                .bind("expense", expense)
                .bind("id", id)
                .one(R2dbcAttachments::attachment);
    }

    /** The one with the same bytes. */
    Mono<Attachment> same(UUID expense, String sha256) {
        return database.sql(OF + " AND sha256 = :sha256")
                .bind("expense", expense)
                .bind("sha256", sha256)
                .one(R2dbcAttachments::attachment);
    }

    Mono<Void> add(Attachment attachment) {
        return database.sql(ADD)
                .bind("id", attachment.id())
                .bind("expense", attachment.expenseId())
                .bind("kind", attachment.kind().name())
                .bind("name", attachment.name())
                .bind("media_type", attachment.mediaType())
                .bind("size", attachment.size())
                .bind("sha256", attachment.sha256())
                .bind("added_by", attachment.addedBy())
                .bind("added_at", attachment.addedAt())
                .update()
                .then();
    }

    /** With its bytes. */
    Mono<Void> remove(UUID id) {
        return database.sql(REMOVE).bind("id", id).update().then();
    }

    private static Attachment attachment(Row row) {
        return new Attachment(
                row.get("id", UUID.class),
                row.get("expense_id", UUID.class),
                AttachmentKind.valueOf(row.get("kind", String.class)),
                row.get("name", String.class),
                row.get("media_type", String.class),
                row.get("size", Long.class),
                row.get("sha256", String.class),
                row.get("added_by", String.class),
                row.get("added_at", Instant.class));
    }
}
