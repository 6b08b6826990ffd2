package io.rems.approval.decision.persistence;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Remark;
import io.rems.platform.database.FirmSql;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Why rounds ended without a decision. */
@Repository
class R2dbcInterruptions {

    private static final String ADD = """
            INSERT INTO approval_interruption (firm_id, expense_id, round, kind, said_by, said_at, reason)
            VALUES (:firm, :expense, :round, :kind, :by, :at, :reason)""";

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
                .update()
                .then();
    }
}
