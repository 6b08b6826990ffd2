package io.rems.approval.routing;

import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.routing.domain.Policy;
import io.rems.approval.routing.domain.PolicySetting;
import io.rems.approval.routing.domain.Terms;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The policy of the firm, as firm-service has told its settings. */
public interface Policies {

    Mono<Policy> current();

    /** What holds for the property of these holders. */
    Mono<Terms> of(Ownership ownership);

    /** Takes a value, null for the default, unless a later one is known. */
    Mono<Void> set(PolicySetting setting, @Nullable String value, long version);
}
