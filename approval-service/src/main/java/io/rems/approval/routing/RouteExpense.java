package io.rems.approval.routing;

import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.ownership.Ownerships;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.routing.domain.Claim;
import io.rems.platform.Versioned;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Puts a submitted expense before those who must approve it, in the transaction of its caller. */
@Service
public class RouteExpense {

    private final Ownerships ownerships;
    private final FindRoute findRoute;
    private final Routes routes;
    private final OpenRequest openRequest;
    private final Clock clock;

    RouteExpense(Ownerships ownerships, FindRoute findRoute, Routes routes, OpenRequest openRequest, Clock clock) {
        this.ownerships = ownerships;
        this.findRoute = findRoute;
        this.routes = routes;
        this.openRequest = openRequest;
        this.clock = clock;
    }

    /** By what ownership-service has told; empty where it has not told who holds the property. */
    public Mono<Versioned<ApprovalRequest>> route(Claim claim, long version) {
        return ownerships.of(claim.property(), claim.date()).flatMap(ownership -> route(claim, ownership, version));
    }

    public Mono<Versioned<ApprovalRequest>> route(Claim claim, Ownership ownership, long version) {
        return routes.takeTurn(claim.property(), clock.instant())
                .flatMap(turn -> findRoute.of(claim, turn.propertyName(), ownership))
                .flatMap(route -> openRequest.of(route, version));
    }
}
