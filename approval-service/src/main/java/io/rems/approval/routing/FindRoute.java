package io.rems.approval.routing;

import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.routing.domain.Claim;
import io.rems.approval.routing.domain.Route;
import io.rems.approval.routing.domain.SplitWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds the way of an expense, for what is submitted and for what somebody only wants to know. It reads and keeps nothing. */
@Service
public class FindRoute {

    private final Policies policies;
    private final Routes routes;

    FindRoute(Policies policies, Routes routes) {
        this.policies = policies;
        this.routes = routes;
    }

    /** @param propertyName absent where nobody is told of it */
    public Mono<Route> of(Claim claim, @Nullable String propertyName, Ownership ownership) {
        return policies.of(ownership)
                .flatMap(terms -> routes.others(
                                claim,
                                SplitWindow.around(claim.date(), terms.policy().splitWindow()))
                        .map(others -> new Route(claim, propertyName, terms, others, ownership)));
    }
}
