package io.rems.approval.decision;

import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.platform.Versioned;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where events go, in the transaction that makes them true. */
public interface ApprovalEvents {

    /** The first of them makes the version that follows on {@code version}. */
    default Mono<Void> append(long version, List<ApprovalEvent> events) {
        return append(List.of(new Versioned<>(events, version)));
    }

    /** Those of several requests, each with the version that its first event follows on. */
    Mono<Void> append(List<Versioned<List<ApprovalEvent>>> events);
}
