package io.rems.approval.delegation;

import io.rems.approval.delegation.domain.DelegationEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where events go, in the transaction that makes them true. */
public interface DelegationEvents {

    /** The first of them makes the version that follows on {@code version}. */
    Mono<Void> append(long version, List<DelegationEvent> events);
}
