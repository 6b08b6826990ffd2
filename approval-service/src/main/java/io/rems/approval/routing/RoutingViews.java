package io.rems.approval.routing;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.OwnerId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How expenses were routed, read straight from the database; empty where one is not routed, or not there to see. Null is the latest round. */
public interface RoutingViews {

    Mono<RoutingView> of(ExpenseId expense, @Nullable Integer round);

    /** Only of what the owner held a part of. */
    Mono<RoutingView> of(ExpenseId expense, @Nullable Integer round, OwnerId holder);
}
