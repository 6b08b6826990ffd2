package io.rems.approval.decision.web;

import io.rems.approval.decision.RecordDecision;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OfflineDecisionController {

    private final RecordDecision recordDecision;
    private final Clock clock;

    OfflineDecisionController(RecordDecision recordDecision, Clock clock) {
        this.recordDecision = recordDecision;
        this.clock = clock;
    }

    /** Counts as the owner's vote; every reading of it says who put it down. */
    @PostMapping("/api/v1/expenses/{id}/offline-decision")
    @RequiresPermission(Permission.EXPENSE_DECIDE_OFFLINE)
    Mono<ResponseEntity<DecisionView>> record(
            @PathVariable UUID id, @Valid @RequestBody OfflineDecision body, Caller caller) {
        var given = body.checked(clock.instant());
        return recordDecision
                .record(
                        new ExpenseId(id),
                        new OwnerId(given.ownerId()),
                        given.verdict(),
                        given.note(),
                        given.decidedOn(),
                        caller)
                .map(request -> Responses.withVersion(request.version(), DecisionView.of(request)));
    }
}
