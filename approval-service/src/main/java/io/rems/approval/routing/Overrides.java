package io.rems.approval.routing;

import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What holds for the firm's properties and owners otherwise than for the firm. */
public interface Overrides {

    /** Empty where nothing was ever said of it. */
    Mono<Versioned<PolicyOverride>> find(Origin origin, UUID of);

    /** Follows on this version, which is 0 where nothing was ever said of it; stale where it is not the last. */
    Mono<Void> save(Versioned<PolicyOverride> override, @Nullable String reason, Actor by, Instant at);

    /** For reading; version 0 where nothing was ever said of it. */
    Mono<Versioned<OverrideView>> view(Origin origin, UUID of);

    /** What is otherwise now; for an owner, his own limit and the properties that he holds. */
    Mono<Page<OverrideView>> list(Origin origin, @Nullable OwnerId visibleTo, ListQuery query);
}
