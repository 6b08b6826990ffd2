package io.rems.platform.database;

import io.r2dbc.spi.Row;
import io.rems.platform.access.CurrentCaller;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Statements with named parameters, as repositories write them. {@code :firm} is bound from the open scope.
 *
 * <p>Inside a transaction a statement runs there. Outside of one, a read runs as a single round trip: the statement
 * itself names the firm to the database before its rows are looked at, so {@code firm_id = :firm} must stand in it. Should
 * a plan look first, row-level security shows it nothing, never a foreign row; an empty answer is therefore confirmed in
 * a transaction. Rows are collected before they are given on: a connection is never held while a reader is slow.
 */
public final class FirmSql {
    private static final Pattern FIRM = Pattern.compile("(?<!:):firm\\b");
    private static final String IN_ONE_ROUND_TRIP = """
            WITH rems_scope AS MATERIALIZED (SELECT set_config('rems.firm_id', :rems_firm, true) AS firm)
            SELECT answer.* FROM rems_scope, LATERAL (%s) answer""";

    private final DatabaseClient database;
    private final Transactions transactions;

    FirmSql(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    public Statement sql(String text) {
        return new Statement(text, UnaryOperator.identity());
    }

    /** A statement and its parameters. */
    public final class Statement {
        private final String text;
        private final UnaryOperator<GenericExecuteSpec> parameters;

        private Statement(String text, UnaryOperator<GenericExecuteSpec> parameters) {
            this.text = text;
            this.parameters = parameters;
        }

        public Statement bind(String name, Object value) {
            return with(spec -> spec.bind(name, value));
        }

        public Statement bindNullable(String name, @Nullable Object value, Class<?> type) {
            return with(spec -> value == null ? spec.bindNull(name, type) : spec.bind(name, value));
        }

        /** Changes rows, inside an open transaction. @return how many */
        public Mono<Long> update() {
            return Mono.deferContextual(context -> OpenTransaction.in(context).isPresent()
                    ? inTransaction(context).fetch().rowsUpdated()
                    : Mono.error(new IllegalStateException("Changes need a transaction: " + text)));
        }

        /** The first row, or empty. */
        public <T> Mono<T> one(Function<Row, T> row) {
            return list(row).mapNotNull(rows -> rows.isEmpty() ? null : rows.getFirst());
        }

        /** All rows, in the order of the statement. */
        public <T> Mono<List<T>> list(Function<Row, T> row) {
            return Mono.deferContextual(context -> {
                if (OpenTransaction.in(context).isPresent()) {
                    return rows(inTransaction(context), row);
                }
                return inOneRoundTrip(context, row)
                        .filter(rows -> !rows.isEmpty())
                        .switchIfEmpty(Mono.defer(() -> transactions.inFirm(list(row))));
            });
        }

        private Statement with(UnaryOperator<GenericExecuteSpec> parameter) {
            return new Statement(text, spec -> parameter.apply(parameters.apply(spec)));
        }

        private GenericExecuteSpec inTransaction(ContextView context) {
            GenericExecuteSpec spec = parameters.apply(database.sql(text));
            boolean ofFirm = context.get(Scope.class) instanceof Scope.OneFirm;
            return ofFirm && FIRM.matcher(text).find()
                    ? spec.bind("firm", CurrentCaller.in(context).firm().value())
                    : spec;
        }

        private <T> Mono<List<T>> inOneRoundTrip(ContextView context, Function<Row, T> row) {
            var firm = CurrentCaller.in(context).firm();
            String statement = IN_ONE_ROUND_TRIP.formatted(FIRM.matcher(text).replaceAll("rems_scope.firm::uuid"));
            GenericExecuteSpec spec = parameters.apply(database.sql(statement)).bind("rems_firm", firm.toString());
            return Transactions.untilItsEnd(
                    _ -> rows(spec, row).contextWrite(Context.of(Scope.class, new Scope.OneFirm(firm))));
        }

        private <T> Mono<List<T>> rows(GenericExecuteSpec spec, Function<Row, T> row) {
            return spec.map((found, _) -> row.apply(found)).all().collectList();
        }
    }
}
