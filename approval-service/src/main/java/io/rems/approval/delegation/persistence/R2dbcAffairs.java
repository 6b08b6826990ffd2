package io.rems.approval.delegation.persistence;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.Affairs;
import io.rems.approval.delegation.domain.Affair;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.database.FirmSql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAffairs implements Affairs {

    /** What all of them look at: {@code at} the instant, {@code property_id} and {@code owners} what it is about. */
    private static final String CIRCUMSTANCES = """
            , seen AS (
                SELECT m.*, approval_day_of(:firm, m.at) AS today
                  FROM matter m)
            SELECT s.*, approval_categories_above(:firm, s.category_id) AS categories,
                   EXISTS (SELECT FROM policy_value
                            WHERE firm_id = :firm AND key = 'approval.delegationChains' AND value = 'true') AS chains,
                   ARRAY(SELECT held.owner FROM unnest(s.owners) held (owner)
                          WHERE EXISTS (SELECT FROM property p
                                         WHERE p.firm_id = :firm AND p.id = s.property_id
                                           AND (p.ownership_told OR p.ownership_version > 0))
                            AND NOT EXISTS (SELECT FROM ownership_period o
                                             WHERE o.firm_id = :firm AND o.owner_id = held.owner
                                               AND o.property_id = s.property_id
                                               AND (o.valid_to IS NULL OR o.valid_to > s.today))) AS gone
              FROM seen s""";

    private static final String OF_EXPENSE = """
            WITH matter AS (
                SELECT e.property_id, e.category_id, x.amount_minor + x.others_minor AS minor, x.currency,
                       array_remove(e.submitter || e.earlier_submitters, NULL) AS submitters,
                       r.self_approval, r.requested_at AS since, r.decided_at, coalesce(r.decided_at, :now) AS at,
                       ARRAY(SELECT coalesce(g.into_owner_id, s.owner_id)
                               FROM approval_seat s
                               LEFT JOIN merged_owner g ON g.firm_id = s.firm_id AND g.owner_id = s.owner_id
                              WHERE s.firm_id = r.firm_id AND s.expense_id = r.expense_id AND s.round = r.round
                                AND s.votes AND s.owner_id IS NOT NULL
                              ORDER BY s.position) AS owners
                  FROM expense e
                  JOIN approval_request r ON r.firm_id = e.firm_id AND r.expense_id = e.id
                       AND r.round = coalesce(:round, e.round)
                  JOIN expense_route x ON x.firm_id = r.firm_id AND x.expense_id = r.expense_id AND x.round = r.round
                 WHERE e.firm_id = :firm AND e.id = :expense)
            """ + CIRCUMSTANCES;

    private static final String PROPOSED = """
            WITH matter AS (
                SELECT CAST(:property AS uuid) AS property_id, CAST(:category AS uuid) AS category_id,
                       CAST(:minor AS bigint) AS minor, CAST(:currency AS text) AS currency,
                       CAST(:submitters AS uuid[]) AS submitters, CAST(:self_approval AS boolean) AS self_approval,
                       CAST(:now AS timestamptz) AS since, CAST(NULL AS timestamptz) AS decided_at,
                       CAST(:now AS timestamptz) AS at,
                       CAST(:owners AS uuid[]) AS owners)
            """ + CIRCUMSTANCES;

    private final FirmSql database;

    R2dbcAffairs(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Asked> of(ExpenseId expense, @Nullable Integer round, Instant now) {
        return database.sql(OF_EXPENSE)
                .bind("expense", expense.value())
                .bindNullable("round", round, Integer.class)
                .bind("now", now)
                .one(row ->
                        new Asked(affair(row), owners(row, "owners"), requireNonNull(row.get("since", Instant.class))));
    }

    @Override
    public Mono<Affair> of(Proposed proposed, Instant now) {
        return database.sql(PROPOSED)
                .bind("property", proposed.property().value())
                .bind("category", proposed.category())
                .bind("minor", proposed.amount().minor())
                .bind("currency", proposed.amount().currency().getCurrencyCode())
                .bind(
                        "submitters",
                        proposed.submitters().stream().map(PersonId::value).toArray(UUID[]::new))
                .bind("self_approval", proposed.selfApproval())
                .bind("now", now)
                .bind("owners", proposed.owners().stream().map(OwnerId::value).toArray(UUID[]::new))
                .one(R2dbcAffairs::affair);
    }

    private static Affair affair(Row row) {
        return new Affair(
                new PropertyId(row.get("property_id", UUID.class)),
                List.of(requireNonNull(row.get("categories", UUID[].class))),
                new Money(row.get("minor", Long.class), Currency.getInstance(row.get("currency", String.class))),
                Set.copyOf(identifiers(row, "submitters").map(PersonId::new).toList()),
                row.get("self_approval", Boolean.class),
                row.get("decided_at", Instant.class),
                requireNonNull(row.get("today", LocalDate.class)),
                row.get("chains", Boolean.class),
                Set.copyOf(owners(row, "gone")));
    }

    private static List<OwnerId> owners(Row row, String column) {
        return identifiers(row, column).map(OwnerId::new).toList();
    }

    private static Stream<UUID> identifiers(Row row, String column) {
        return Arrays.stream(requireNonNull(row.get(column, UUID[].class)));
    }
}
