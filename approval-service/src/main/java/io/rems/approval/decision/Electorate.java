package io.rems.approval.decision;

import static java.util.Objects.requireNonNull;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Reach;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Who can sign in for those who are asked, as firm-service has told. */
public interface Electorate {

    /** However many requests, with one question. */
    Mono<Map<ExpenseId, Reach>> ofAll(List<ApprovalRequest> requests);

    default Mono<Reach> of(ApprovalRequest request) {
        return ofAll(List.of(request))
                .map(found -> requireNonNull(found.get(request.matter().expense())));
    }
}
