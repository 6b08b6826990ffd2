package io.rems.reporting.processing;

import io.rems.platform.access.Permission;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Days are both included: the last thirty where none are asked for, ninety-two at most. Times are ISO 8601 durations. */
@RestController
class ApprovalTimesController {
    private final R2dbcApprovalTimes times;
    private final R2dbcLoadAcrossFirms acrossFirms;

    ApprovalTimesController(R2dbcApprovalTimes times, R2dbcLoadAcrossFirms acrossFirms) {
        this.times = times;
        this.acrossFirms = acrossFirms;
    }

    @GetMapping("/api/v1/reports/approval-times")
    @RequiresPermission(Permission.REPORT_READ)
    Mono<ApprovalTimesReport> ofFirm(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        return times.ofFirm(from, to);
    }

    @GetMapping("/api/v1/reports/approval-times/properties")
    @RequiresPermission(Permission.REPORT_READ)
    Mono<Page<PropertyTimes>> byProperty(
            @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, ListQuery query) {
        return times.byProperty(from, to, query);
    }

    @GetMapping("/api/v1/reports/approval-times/approvers")
    @RequiresPermission(Permission.REPORT_READ)
    Mono<Page<ApproverTimes>> byApprover(
            @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, ListQuery query) {
        return times.byApprover(from, to, query);
    }

    @GetMapping("/api/v1/platform/reports/approval-times")
    @PlatformAdministratorOnly
    Mono<PlatformApprovalTimes> ofPlatform(
            @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to, ListQuery query) {
        var after =
                query.cursor() == null ? null : InvalidRequest.unless("cursor", () -> UUID.fromString(query.cursor()));
        return acrossFirms.page(from, to, after, query.limit());
    }
}
