package io.rems.approval.routing.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.RoutingViews;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RoutingController {

    private final RoutingViews routings;

    RoutingController(RoutingViews routings) {
        this.routings = routings;
    }

    /** Of the latest round, or of the one that is named. */
    @GetMapping("/api/v1/expenses/{id}/routing")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<RoutingView> routing(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer round, Caller caller) {
        return visible(new ExpenseId(id), round, caller)
                .switchIfEmpty(Mono.error(() -> new NotFound("routing of expense", id)));
    }

    private Mono<RoutingView> visible(ExpenseId id, @Nullable Integer round, Caller caller) {
        if (!caller.hasRole(Role.OWNER)) {
            return routings.of(id, round);
        }
        return Mono.justOrEmpty(caller.ownerId()).flatMap(owner -> routings.of(id, round, new OwnerId(owner)));
    }
}
