package io.rems.reporting.approvals;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.ListQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ApprovalReportController {
    private final R2dbcApprovalReports reports;

    ApprovalReportController(R2dbcApprovalReports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/reports/pending-approvals")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<PendingApprovals> pending(
            @RequestParam @Nullable Urgency urgency,
            @RequestParam @Nullable UUID ownerId,
            ListQuery query,
            Caller caller) {
        return reports.pending(caller.hasRole(Role.OWNER) ? own(caller) : ownerId, urgency, query);
    }

    /** An owner sees what waits for him, whatever he asks for. */
    private static UUID own(Caller caller) {
        if (caller.ownerId() == null) {
            throw new PermissionDenied();
        }
        return caller.ownerId();
    }
}
