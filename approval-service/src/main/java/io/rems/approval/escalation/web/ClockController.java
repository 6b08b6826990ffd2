package io.rems.approval.escalation.web;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.escalation.ConductApproval;
import io.rems.approval.escalation.EscalationView;
import io.rems.approval.escalation.EscalationViews;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The time that those have who decide, and what administrators do about it. */
@RestController
@RequestMapping("/api/v1/expenses/{id}")
class ClockController {

    private final ConductApproval conductApproval;
    private final EscalationViews escalations;
    private final Clock clock;

    ClockController(ConductApproval conductApproval, EscalationViews escalations, Clock clock) {
        this.conductApproval = conductApproval;
        this.escalations = escalations;
        this.clock = clock;
    }

    /** What has been done while nobody decided, and what will be, of the latest round. */
    @GetMapping("/escalation")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<EscalationView>> escalation(@PathVariable UUID id, Caller caller) {
        return seen(id, caller);
    }

    /** Nobody is reminded and nothing escalates until it is resumed; votes count all the same. */
    @PostMapping("/deadline-pause")
    @RequiresPermission(Permission.APPROVAL_CONDUCT)
    Mono<ResponseEntity<EscalationView>> pause(
            @PathVariable UUID id, @Valid @RequestBody DeadlinePause pause, Caller caller) {
        pause.check(clock.instant());
        return conductApproval
                .pause(new ExpenseId(id), pause.reason(), pause.until(), caller)
                .then(Mono.defer(() -> seen(id, caller)));
    }

    /** What was still to come is later by the pause, in the time that counts. */
    @PostMapping("/deadline-resumption")
    @RequiresPermission(Permission.APPROVAL_CONDUCT)
    Mono<ResponseEntity<EscalationView>> resume(
            @PathVariable UUID id, @Valid @RequestBody DeadlineResumption resumption, Caller caller) {
        return conductApproval
                .resume(new ExpenseId(id), resumption.reason(), caller)
                .then(Mono.defer(() -> seen(id, caller)));
    }

    /** Of the deadline that the administrator has seen: what follows it moves with it. */
    @PostMapping("/deadline-extension")
    @RequiresPermission(Permission.APPROVAL_CONDUCT)
    Mono<ResponseEntity<EscalationView>> extend(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody DeadlineExtension extension, Caller caller) {
        var now = clock.instant();
        return conductApproval
                .extend(
                        new ExpenseId(id),
                        ifMatch.version(),
                        extension.reason(),
                        (deadline, time) -> extension.later(now).than(deadline, time),
                        caller)
                .then(Mono.defer(() -> seen(id, caller)));
    }

    private Mono<ResponseEntity<EscalationView>> seen(UUID id, Caller caller) {
        return visible(new ExpenseId(id), caller)
                .switchIfEmpty(Mono.error(() -> new NotFound("expense", id)))
                .map(view -> Responses.withVersion(view.version(), view));
    }

    private Mono<EscalationView> visible(ExpenseId id, Caller caller) {
        if (!caller.hasRole(Role.OWNER)) {
            return escalations.of(id, null);
        }
        return Mono.justOrEmpty(caller.ownerId()).flatMap(owner -> escalations.of(id, new OwnerId(owner)));
    }
}
