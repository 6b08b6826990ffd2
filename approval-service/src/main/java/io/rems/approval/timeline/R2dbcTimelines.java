package io.rems.approval.timeline;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import io.rems.platform.events.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcTimelines implements Timelines {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private static final String ADD = """
            INSERT INTO expense_history (firm_id, expense_id, id, version, event, happened_at, actor, data)
            SELECT :firm, happened.expense, happened.id, happened.version, happened.event, :at, :actor,
                   CAST(happened.data AS jsonb)
              FROM unnest(:expenses, :ids, :versions, :events, :data)
                   AS happened (expense, id, version, event, data)""";

    private static final String OF = """
            SELECT event, version, happened_at, actor, CAST(data AS text) AS data
              FROM expense_history
             WHERE firm_id = :firm AND expense_id = :expense
             ORDER BY happened_at, version, id""";

    private final FirmSql database;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcTimelines(FirmSql database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** All of them in one statement; their subjects are expenses. */
    Mono<Void> add(List<Message> messages) {
        return add(
                messages,
                messages.stream().map(Message::subject).toArray(UUID[]::new),
                messages.stream().map(Message::aggregateVersion).toArray(Long[]::new));
    }

    /** One whose subject belongs to the expense. */
    Mono<Void> add(UUID expense, Message message) {
        return add(List.of(message), new UUID[] {expense}, new Long[] {null});
    }

    private Mono<Void> add(List<Message> messages, UUID[] expenses, @Nullable Long[] versions) {
        return CurrentCaller.get()
                .flatMap(caller -> database.sql(ADD)
                        .bind("at", clock.instant())
                        .bind("actor", caller.actor().id())
                        .bind("expenses", expenses)
                        .bind(
                                "ids",
                                messages.stream().map(_ -> Identifiers.next()).toArray(UUID[]::new))
                        .bind("versions", versions)
                        .bind(
                                "events",
                                messages.stream().map(R2dbcTimelines::name).toArray(String[]::new))
                        .bind("data", messages.stream().map(this::written).toArray(String[]::new))
                        .update())
                .then();
    }

    private String written(Message message) {
        return json.writeValueAsString(message.data());
    }

    @Override
    public Mono<Timeline> of(UUID expense) {
        return database.sql(OF).bind("expense", expense).list(this::entry).map(Timeline::new);
    }

    /** {@code ApprovalVoteCast} of {@code rems.approval.ApprovalVoteCast.v1}. */
    private static String name(Message message) {
        return message.type().split("\\.")[2];
    }

    private Timeline.Entry entry(Row row) {
        var actor = new Actor(requireNonNull(row.get("actor", String.class)));
        return new Timeline.Entry(
                row.get("event", String.class),
                row.get("version", Long.class),
                row.get("happened_at", Instant.class),
                actor.isService() ? null : UUID.fromString(actor.id()),
                actor.isService() ? actor.id().substring("service:".length()) : null,
                json.readValue(requireNonNull(row.get("data", String.class)), DATA));
    }
}
