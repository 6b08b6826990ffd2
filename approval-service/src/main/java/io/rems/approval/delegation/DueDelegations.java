package io.rems.approval.delegation;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.platform.work.Due;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Delegations whose time to end may have come. */
public interface DueDelegations {

    /** Some of them, of any firm. */
    Mono<List<Due>> passed(Instant now);

    /** Empty where another replica has it, or it is not due any more. */
    Mono<DelegationId> claim(UUID id, Instant now);
}
