package io.rems.approval.legacy;

import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcImportedDecisions {

    private static final String ADD = """
            INSERT INTO imported_decision (firm_id, expense_id, verdict, decided_by, decided_on, comment, imported_at)
            VALUES (:firm, :expense, :verdict, :by, :on, :comment, :at)""";

    private final FirmSql database;

    R2dbcImportedDecisions(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(UUID expense, ImportedDecision decision, Instant at) {
        return database.sql(ADD)
                .bind("expense", expense)
                .bind("verdict", decision.verdict().name())
                .bind("by", decision.by())
                .bind("on", decision.on())
                .bindNullable("comment", decision.comment(), String.class)
                .bind("at", at)
                .update()
                .then();
    }
}
