package io.rems.approval.routing;

import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where it is told that something holds otherwise, in the transaction that makes it so. */
public interface OverrideEvents {

    Mono<Void> changed(PolicyOverride before, Versioned<PolicyOverride> after, @Nullable String reason);
}
