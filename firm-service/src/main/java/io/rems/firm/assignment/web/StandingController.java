package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.EndAssignment;
import io.rems.firm.assignment.SuspendAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keeps people of the firm out, for a time or for good, and lets them in again. */
@RestController
@RequestMapping("/api/v1/assignments/{id}")
class StandingController {
    private final SuspendAssignment suspendAssignment;
    private final EndAssignment endAssignment;

    StandingController(SuspendAssignment suspendAssignment, EndAssignment endAssignment) {
        this.suspendAssignment = suspendAssignment;
        this.endAssignment = endAssignment;
    }

    @PostMapping("/suspension")
    @AnsweredOncePublished
    @OwnTransactions
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> suspend(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why, Caller caller) {
        return suspendAssignment
                .suspend(on(id, why, caller), ifMatch.version())
                .map(changed -> Responses.withVersion(changed.version(), changed.value()));
    }

    @PostMapping("/resumption")
    @OwnTransactions
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> resume(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why, Caller caller) {
        return suspendAssignment
                .resume(on(id, why, caller), ifMatch.version())
                .map(changed -> Responses.withVersion(changed.version(), changed.value()));
    }

    @PostMapping("/end")
    @AnsweredOncePublished
    @OwnTransactions
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> end(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why, Caller caller) {
        return endAssignment
                .end(on(id, why, caller), ifMatch.version())
                .map(changed -> Responses.withVersion(changed.version(), changed.value()));
    }

    private static On on(UUID id, Why why, Caller caller) {
        return new On(caller.firm(), new AssignmentId(id), why.reason());
    }
}
