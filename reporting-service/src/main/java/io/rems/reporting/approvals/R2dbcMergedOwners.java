package io.rems.reporting.approvals;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Votes stay under the entry that was asked; whose answer is awaited is looked up anew. */
@Component
class R2dbcMergedOwners implements MergedOwners {
    private static final String AWAITED = """
            SELECT DISTINCT expense_id FROM awaited_vote
             WHERE firm_id = :firm
               AND owner_id IN (SELECT CAST(:owner AS uuid)
                                UNION SELECT into_owner_id FROM merged_owner WHERE firm_id = :firm AND owner_id = :owner)
            """;
    private static final String MERGE = """
            INSERT INTO merged_owner (firm_id, owner_id, into_owner_id, position) VALUES (:firm, :owner, :into, :position)
            ON CONFLICT (firm_id, owner_id) DO UPDATE
               SET into_owner_id = excluded.into_owner_id, position = excluded.position
             WHERE merged_owner.position < excluded.position
            """;

    private final FirmSql database;
    private final R2dbcBallots ballots;

    R2dbcMergedOwners(FirmSql database, R2dbcBallots ballots) {
        this.database = database;
        this.ballots = ballots;
    }

    @Override
    public Mono<Void> merged(ReceivedEvent event, OwnerMerged owner) {
        return database.sql(AWAITED)
                .bind("owner", event.subject())
                .list(row -> Objects.requireNonNull(row.get("expense_id", UUID.class)))
                .flatMap(expenses -> database.sql(MERGE)
                        .bind("owner", event.subject())
                        .bind("into", owner.intoOwnerId())
                        .bind("position", Position.of(event, 1).value())
                        .update()
                        .then(ballots.settle(expenses)));
    }
}
