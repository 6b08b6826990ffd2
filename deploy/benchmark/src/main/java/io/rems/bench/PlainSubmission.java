package io.rems.bench;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.rems.local.App;
import io.rems.local.LocalStack;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a submission writes, each row by a statement of its own and with the indexes that it has, but into tables that
 * nothing else is about: no policies, no triggers, nothing that is read before.
 */
record PlainSubmission(LocalStack stack, UUID template) {

    private static final List<String> TABLES = List.of(
            "expense",
            "expense_history",
            "outbox",
            "routing_turn",
            "approval_request",
            "approval_seat",
            "expense_route",
            "approval_deadline");

    /** As {@code rems.approval.*} events are: half a kilobyte. */
    private static final String OUTBOX =
            "INSERT INTO plain_outbox (firm_id, id, slot, type, subject, aggregate_version, actor, occurred_at, data)"
                    + " SELECT firm_id, gen_random_uuid(), 0, 'rems.approval.ApprovalRequested.v1', $1, 1,"
                    + " 'service:bench', now(), repeat('x', 500) FROM template_expense, generate_series(1, %d)";

    private static final String HISTORY =
            "INSERT INTO plain_expense_history SELECT firm_id, $1, gen_random_uuid(), later, event, happened_at, actor, data"
                    + " FROM (SELECT * FROM template_expense_history LIMIT 1) template, generate_series(%d, %d) later";

    private static final List<String> WRITES = List.of(
            "INSERT INTO plain_expense SELECT (jsonb_populate_record(template, jsonb_build_object('id', $1))).*"
                    + " FROM template_expense template",
            OUTBOX.formatted(2),
            HISTORY.formatted(1, 2),
            "INSERT INTO plain_routing_turn SELECT firm_id, $1, now() FROM template_expense",
            "UPDATE plain_expense SET state = 'PENDING', version = 3 WHERE id = $1",
            of("approval_request"),
            of("approval_seat"),
            OUTBOX.formatted(1),
            HISTORY.formatted(3, 3),
            of("expense_route"),
            of("approval_deadline"));

    private static String of(String table) {
        return "INSERT INTO plain_%1$s SELECT (jsonb_populate_record(template, jsonb_build_object('expense_id', $1))).* FROM template_%1$s template"
                .formatted(table);
    }

    /** One submitted expense is what all of them look like. */
    void prepare() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.APPROVAL);
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                var key = table.equals("expense") ? "id" : "expense_id";
                statement.execute("CREATE TABLE plain_%1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
                statement.execute("GRANT SELECT, INSERT, UPDATE ON plain_%s TO %s"
                        .formatted(table, stack.database(App.APPROVAL).app()));
                if (!table.equals("outbox") && !table.equals("routing_turn")) {
                    statement.execute("CREATE TABLE template_%1$s AS SELECT * FROM %1$s WHERE %2$s = '%3$s'"
                            .formatted(table, key, template));
                    statement.execute("GRANT SELECT ON template_%s TO %s"
                            .formatted(table, stack.database(App.APPROVAL).app()));
                }
            }
        }
    }

    Mono<Void> write(ConnectionPool database) {
        var id = UUID.randomUUID();
        return Mono.usingWhen(
                database.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .thenMany(Flux.fromIterable(WRITES).concatMap(write -> written(connection, write, id)))
                        .then(Mono.from(connection.commitTransaction())),
                Connection::close);
    }

    private static Mono<Long> written(Connection connection, String write, UUID id) {
        return Mono.from(connection.createStatement(write).bind(0, id).execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()));
    }
}
