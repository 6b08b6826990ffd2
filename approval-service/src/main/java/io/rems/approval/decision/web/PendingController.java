package io.rems.approval.decision.web;

import io.rems.approval.decision.PendingApproval;
import io.rems.approval.decision.PendingApprovals;
import io.rems.approval.decision.PendingFilter;
import io.rems.approval.decision.Voters;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Urgency;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PendingController {

    private final PendingApprovals approvals;

    PendingController(PendingApprovals approvals) {
        this.approvals = approvals;
    }

    private enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }

    /** Of the caller: what he can decide on now; of the firm: all that is open, for those who are no owners. */
    @GetMapping("/api/v1/approvals/pending")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<Page<PendingApproval>> pending(
            @RequestParam(defaultValue = "caller") String scope,
            @RequestParam(required = false) @Nullable Urgency urgency,
            @RequestParam(required = false) @Nullable UUID propertyId,
            @RequestParam(required = false) @Nullable Priority priority,
            @RequestParam(required = false) @Nullable Rule rule,
            @RequestParam(required = false) @Nullable Boolean escalated,
            ListQuery query,
            Caller caller) {
        var filter = new PendingFilter(urgency, propertyId, priority, rule, escalated);
        return switch (scope) {
            case "caller" ->
                Voters.of(caller)
                        .map(voter -> approvals.of(voter, filter, query))
                        .orElseGet(() -> Mono.just(new Page<>(List.of(), null, null)));
            case "firm" ->
                caller.hasRole(Role.OWNER) ? Mono.error(new PermissionDenied()) : approvals.ofFirm(filter, query);
            default -> Mono.error(new InvalidRequest("scope", "UNKNOWN", "must be caller or firm"));
        };
    }
}
