package io.rems.approval.routing.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.routing.RerouteExpense;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.ShowRouting;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReroutingController {

    private final RerouteExpense rerouteExpense;
    private final ShowRouting showRouting;

    ReroutingController(RerouteExpense rerouteExpense, ShowRouting showRouting) {
        this.rerouteExpense = rerouteExpense;
        this.showRouting = showRouting;
    }

    /** To the holders on the expense date as they are known now; votes of those whose part stayed as it was are kept. */
    @PostMapping("/api/v1/expenses/{id}/rerouting")
    @OwnTransactions
    @RequiresPermission(Permission.EXPENSE_REROUTE)
    Mono<RoutingView> reroute(@PathVariable UUID id, @Valid @RequestBody Rerouting rerouting, Caller caller) {
        var expense = new ExpenseId(id);
        return rerouteExpense.reroute(expense, rerouting.reason(), caller).then(showRouting.of(expense, null, caller));
    }
}
