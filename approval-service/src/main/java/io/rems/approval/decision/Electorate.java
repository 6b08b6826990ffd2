package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Reach;
import reactor.core.publisher.Mono;

/** Who can sign in for those who are asked, as firm-service has told. */
public interface Electorate {

    Mono<Reach> of(ApprovalRequest request);
}
