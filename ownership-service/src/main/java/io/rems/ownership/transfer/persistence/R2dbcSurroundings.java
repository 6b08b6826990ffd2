package io.rems.ownership.transfer.persistence;

import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.transfer.PendingApprovals;
import io.rems.ownership.transfer.Surroundings;
import io.rems.ownership.transfer.TransferState;
import io.rems.platform.database.FirmSql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSurroundings implements Surroundings, PendingApprovals {

    private final FirmSql sql;

    R2dbcSurroundings(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Mono<List<OpenTransfer>> openTransfers(PropertyId property) {
        return sql.sql("""
                SELECT id, state, effective_on FROM transfer
                 WHERE firm_id = :firm AND property_id = :property AND state IN ('SCHEDULED', 'FAILED')
                 ORDER BY effective_on, id""")
                .bind("property", property.value())
                .list(row -> new OpenTransfer(
                        row.get("id", UUID.class),
                        TransferState.valueOf(row.get("state", String.class)),
                        row.get("effective_on", LocalDate.class)));
    }

    @Override
    public Mono<List<UUID>> pendingApprovals(PropertyId property) {
        return ids("""
                SELECT expense_id AS id FROM pending_approval
                 WHERE firm_id = :firm AND property_id = :property AND pending ORDER BY expense_id""", property);
    }

    @Override
    public Mono<List<UUID>> leases(PropertyId property) {
        return ids(
                "SELECT id FROM lease WHERE firm_id = :firm AND property_id = :property AND NOT over ORDER BY id",
                property);
    }

    @Override
    public Mono<Void> keep(UUID expense, PropertyId property, boolean pending, long version) {
        return sql.sql("""
                INSERT INTO pending_approval (firm_id, expense_id, version, property_id, pending)
                VALUES (:firm, :expense, :version, :property, :pending)
                ON CONFLICT (firm_id, expense_id) DO UPDATE
                   SET version = excluded.version, property_id = excluded.property_id, pending = excluded.pending
                 WHERE pending_approval.version < excluded.version""")
                .bind("expense", expense)
                .bind("property", property.value())
                .bind("pending", pending)
                .bind("version", version)
                .update()
                .then();
    }

    private Mono<List<UUID>> ids(String select, PropertyId property) {
        return sql.sql(select).bind("property", property.value()).list(row -> row.get("id", UUID.class));
    }
}
