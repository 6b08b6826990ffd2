package io.rems.approval.recurrence;

import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which occurrences have been recorded: each once, whatever runs twice. */
@Repository
class R2dbcOccurrences {

    private static final String ADD = """
            INSERT INTO recurring_occurrence (firm_id, recurring_id, occurs_on, expense_id, recorded_at)
            VALUES (:firm, :recurring, :on, :expense, :at)
            ON CONFLICT (firm_id, recurring_id, occurs_on) DO NOTHING""";

    private static final String OF = """
            SELECT occurs_on, expense_id, recorded_at FROM recurring_occurrence
             WHERE firm_id = :firm AND recurring_id = :recurring
             ORDER BY occurs_on DESC
             LIMIT 200""";

    private final FirmSql database;

    R2dbcOccurrences(FirmSql database) {
        this.database = database;
    }

    /** An occurrence and the expense that came of it, which may have been deleted since. */
    record Occurrence(LocalDate date, UUID expenseId, Instant recordedAt) {}

    /** False where it is there already. */
    Mono<Boolean> add(UUID recurring, Occurrence occurrence) {
        return database.sql(ADD)
                .bind("recurring", recurring)
                .bind("on", occurrence.date())
                .bind("expense", occurrence.expenseId())
                .bind("at", occurrence.recordedAt())
                .update()
                .map(rows -> rows == 1);
    }

    /** The latest first. */
    Mono<List<Occurrence>> of(UUID recurring) {
        return database.sql(OF)
                .bind("recurring", recurring)
                .list(row -> new Occurrence(
                        row.get("occurs_on", LocalDate.class),
                        row.get("expense_id", UUID.class),
                        row.get("recorded_at", Instant.class)));
    }
}
