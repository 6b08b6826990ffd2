package io.rems.platform.events;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Applies an event once: records its id in the transaction that applies it, and does nothing if it is there already. */
final class Inbox {
    private static final String RECORD = """
            INSERT INTO inbox (firm_id, consumer, event_id) VALUES (:firm, :consumer, :event) ON CONFLICT DO NOTHING""";

    private final FirmSql sql;
    private final Transactions transactions;

    Inbox(FirmSql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    Mono<Void> applyOnce(String consumer, ReceivedEvent event, Function<ReceivedEvent, Mono<Void>> handler) {
        Mono<Void> applied = sql.sql(RECORD)
                .bind("consumer", consumer)
                .bind("event", event.id())
                .update()
                .flatMap(rows -> rows == 1 ? handler.apply(event) : Mono.empty());
        return transactions.inFirm(event.firm(), event.actor(), applied);
    }
}
