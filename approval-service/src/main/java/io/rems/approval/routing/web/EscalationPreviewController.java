package io.rems.approval.routing.web;

import io.rems.approval.routing.PreviewEscalation;
import io.rems.approval.routing.PreviewEscalation.TimeLine;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.InvalidRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class EscalationPreviewController {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final PreviewEscalation previewEscalation;

    EscalationPreviewController(PreviewEscalation previewEscalation) {
        this.previewEscalation = previewEscalation;
    }

    /** An expense that may not be there; absent: of normal priority, and submitted now. */
    record HypotheticalExpense(
            @Nullable Priority priority, @Nullable Instant requestedAt) {}

    /** When who is reminded and where it goes, were nobody to decide. */
    @PostMapping("/api/v1/approvals/escalation-preview")
    @RequiresPermission(Permission.APPROVAL_READ)
    Mono<TimeLine> preview(@RequestBody HypotheticalExpense asked) {
        var at = asked.requestedAt();
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            throw new InvalidRequest("requestedAt", "OUT_OF_RANGE", "must be between " + EARLIEST + " and " + LATEST);
        }
        return previewEscalation.of(asked.priority() == null ? Priority.NORMAL : asked.priority(), at);
    }
}
