package io.rems.reporting.portfolio;

import io.r2dbc.spi.Row;
import io.rems.platform.Share;
import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.portfolio.OwnershipChanged.Period;
import io.rems.reporting.progress.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the ownership table of each property as its newest event tells it. */
@Component
class R2dbcHoldings implements Holdings {
    private static final String ADVANCE = """
            INSERT INTO ownership (firm_id, property_id, position) VALUES (:firm, :property, :position)
            ON CONFLICT (firm_id, property_id) DO UPDATE SET position = excluded.position
             WHERE ownership.position < excluded.position
            """;
    private static final String CLEAR = "DELETE FROM holding WHERE firm_id = :firm AND property_id = :property";
    private static final String FILL = """
            INSERT INTO holding (firm_id, property_id, period_id, owner_id, share_numerator, share_denominator,
                                 held_from, held_to, primary_contact)
            SELECT :firm, :property, period, owner, numerator, denominator, held_from, held_to, primary_contact
              FROM jsonb_to_recordset(CAST(:periods AS jsonb))
                   AS p (period uuid, owner uuid, numerator bigint, denominator bigint, held_from date, held_to date,
                         primary_contact boolean)
            """;
    private static final String TABLE = """
            SELECT period_id, owner_id, share_numerator, share_denominator, held_from, held_to, primary_contact
              FROM holding WHERE firm_id = :firm AND property_id = :property
            """;

    private final FirmSql database;
    private final R2dbcOwnerExpenses expenses;
    private final JsonMapper json;

    R2dbcHoldings(FirmSql database, R2dbcOwnerExpenses expenses, JsonMapper json) {
        this.database = database;
        this.expenses = expenses;
        this.json = json;
    }

    @Override
    public Mono<Void> changed(ReceivedEvent event, OwnershipChanged change) {
        UUID property = event.subject();
        return database.sql(ADVANCE)
                .bind("property", property)
                .bind("position", Position.of(event, 1).value())
                .update()
                .filter(rows -> rows == 1)
                .flatMap(_ -> table(property))
                .flatMap(before -> replaced(property, before, new OwnershipTable(change.periods())));
    }

    @Override
    public Mono<Void> divide(UUID expense) {
        return expenses.withdraw(List.of(expense))
                .then(expenses.approved(expense))
                .flatMap(found -> table(found.property()).flatMap(table -> expenses.add(List.of(found), table)));
    }

    private Mono<Void> replaced(UUID property, OwnershipTable before, OwnershipTable after) {
        return database.sql(CLEAR)
                .bind("property", property)
                .update()
                .then(fill(property, after))
                .then(Mono.justOrEmpty(before.firstDifference(after)))
                .flatMap(from -> expenses.approvedSince(property, from))
                .flatMap(found -> expenses.withdraw(ids(found)).then(expenses.add(found, after)));
    }

    private static List<UUID> ids(List<ApprovedExpense> expenses) {
        return expenses.stream().map(ApprovedExpense::id).toList();
    }

    private Mono<Long> fill(UUID property, OwnershipTable table) {
        var rows = table.periods().stream().map(PeriodRow::of).toList();
        return database.sql(FILL)
                .bind("property", property)
                .bind("periods", json.writeValueAsString(rows))
                .update();
    }

    private Mono<OwnershipTable> table(UUID property) {
        return database.sql(TABLE)
                .bind("property", property)
                .list(R2dbcHoldings::period)
                .map(OwnershipTable::new);
    }

    private static Period period(Row row) {
        return new Period(
                Objects.requireNonNull(row.get("period_id", UUID.class)),
                Objects.requireNonNull(row.get("owner_id", UUID.class)),
                Share.of(
                        Objects.requireNonNull(row.get("share_numerator", Long.class)),
                        Objects.requireNonNull(row.get("share_denominator", Long.class))),
                Objects.requireNonNull(row.get("held_from", LocalDate.class)),
                row.get("held_to", LocalDate.class),
                Boolean.TRUE.equals(row.get("primary_contact", Boolean.class)));
    }

    private record PeriodRow(
            UUID period,
            UUID owner,
            long numerator,
            long denominator,
            LocalDate held_from,
            @Nullable LocalDate held_to,
            boolean primary_contact) {

        static PeriodRow of(Period period) {
            return new PeriodRow(
                    period.periodId(),
                    period.ownerId(),
                    period.share().numerator().longValueExact(),
                    period.share().denominator().longValueExact(),
                    period.from(),
                    period.to(),
                    period.primaryContact());
        }
    }
}
