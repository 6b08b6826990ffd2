package io.rems.approval.routing.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.ShowRouting;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
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

    private final ShowRouting showRouting;

    RoutingController(ShowRouting showRouting) {
        this.showRouting = showRouting;
    }

    /**
     * Of the latest round, or of the one that is named. {@code delegations} are those by which votes of the owners who are
     * asked can come to others; an owner sees his own and those made out to him.
     */
    @GetMapping("/api/v1/expenses/{id}/routing")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<RoutingView> routing(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer round, Caller caller) {
        return showRouting
                .of(new ExpenseId(id), round, caller)
                .switchIfEmpty(Mono.error(() -> new NotFound("routing of expense", id)));
    }
}
