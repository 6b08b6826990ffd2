package io.rems.approval.routing;

import io.rems.approval.routing.domain.Policy;
import io.rems.approval.routing.domain.PolicySetting;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The policy of the firm, as firm-service has told its settings. */
public interface Policies {

    Mono<Policy> current();

    /** Takes a value, null for the default, unless a later one is known. */
    Mono<Void> set(PolicySetting setting, @Nullable String value, long version);
}
