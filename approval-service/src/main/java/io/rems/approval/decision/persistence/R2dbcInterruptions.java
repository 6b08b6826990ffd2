package io.rems.approval.decision.persistence;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.Remark;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.database.FirmSql;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Why rounds ended without a decision. */
@Repository
class R2dbcInterruptions {

    private static final String ADD = """
            INSERT INTO approval_interruption (firm_id, expense_id, round, kind, said_by, said_at, reason,
                                               on_behalf_of, delegations)
            VALUES (:firm, :expense, :round, :kind, :by, :at, :reason, :on_behalf_of, :delegations)""";

    private final FirmSql database;

    R2dbcInterruptions(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(ApprovalRequest request, Remark reason) {
        var matter = request.matter();
        return database.sql(ADD)
                .bind("expense", matter.expense().value())
                .bind("round", matter.round().number())
                .bind("kind", RequestState.of(request).name())
                .bind("by", reason.by().value())
                .bind("at", reason.at())
                .bind("reason", reason.text())
                .bindNullable("on_behalf_of", array(reason.onBehalfOf().stream().map(OwnerId::value)), UUID[].class)
                .bindNullable(
                        "delegations", array(reason.delegations().stream().map(DelegationId::value)), UUID[].class)
                .update()
                .then();
    }

    /** None is null: in his own right. */
    private static UUID @Nullable [] array(Stream<UUID> identifiers) {
        var all = identifiers.toArray(UUID[]::new);
        return all.length == 0 ? null : all;
    }
}
