package io.rems.approval.decision.web;

import io.rems.approval.decision.PendingApproval;
import io.rems.approval.decision.PendingApprovals;
import io.rems.approval.decision.Voters;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.List;
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

    @GetMapping("/api/v1/approvals/pending")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<Page<PendingApproval>> pending(
            @RequestParam(defaultValue = "caller") String scope, ListQuery query, Caller caller) {
        return switch (scope) {
            case "caller" ->
                Voters.of(caller)
                        .map(voter -> approvals.of(voter, query))
                        .orElseGet(() -> Mono.just(new Page<>(List.of(), null, null)));
            case "firm" -> caller.hasRole(Role.OWNER) ? Mono.error(new PermissionDenied()) : approvals.ofFirm(query);
            default -> Mono.error(new InvalidRequest("scope", "UNKNOWN", "must be caller or firm"));
        };
    }
}
