package io.rems.tenant.lease;

import io.rems.tenant.lease.domain.LeaseEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells others what happened, in the transaction in which it happened. */
public interface LeaseEvents {

    /** {@code version} is the lease's before the first of them; each raises it by one. */
    Mono<Void> append(List<LeaseEvent> events, long version);
}
