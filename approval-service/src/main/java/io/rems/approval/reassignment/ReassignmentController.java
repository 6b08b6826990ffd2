package io.rems.approval.reassignment;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.routing.RoutingView;
import io.rems.approval.routing.ShowRouting;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ReassignmentController {

    private final ReassignApproval reassignApproval;
    private final ShowRouting showRouting;

    ReassignmentController(ReassignApproval reassignApproval, ShowRouting showRouting) {
        this.reassignApproval = reassignApproval;
        this.showRouting = showRouting;
    }

    /** Somebody else may vote in the stead of an owner who does not answer; he still may, until that one does. */
    @PostMapping("/api/v1/expenses/{id}/reassignment")
    @RequiresPermission(Permission.APPROVAL_CONDUCT)
    Mono<RoutingView> reassign(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Reassignment reassignment, Caller caller) {
        var expense = new ExpenseId(id);
        return reassignApproval
                .reassign(
                        expense,
                        ifMatch.version(),
                        new OwnerId(reassignment.ownerId()),
                        reassignment.to(),
                        reassignment.reason(),
                        caller)
                .then(Mono.defer(() -> showRouting.of(expense, null, caller)));
    }
}
