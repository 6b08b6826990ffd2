package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.platform.Versioned;
import reactor.core.publisher.Mono;

/** Where a request goes that nobody is left to decide on. */
public interface NextLevel {

    /** In the transaction that asked, or counted a vote; what somebody can still decide on stays where it is. */
    Mono<Versioned<ApprovalRequest>> ifNobodyIsLeft(Versioned<ApprovalRequest> request);
}
