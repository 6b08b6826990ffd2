package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where events go, in the transaction that makes them true. */
public interface ApprovalEvents {

    /** The first of them makes the version that follows on {@code version}. */
    Mono<Void> append(long version, List<ApprovalEvent> events);
}
