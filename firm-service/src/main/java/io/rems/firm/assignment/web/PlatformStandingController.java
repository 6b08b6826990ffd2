package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.EndAssignment;
import io.rems.firm.assignment.SuspendAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Versioned;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
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

/** The same for the operator, in any firm: where its administrators cannot, or must not. */
@RestController
@RequestMapping("/api/v1/platform/firms/{firmId}/assignments/{id}")
class PlatformStandingController {
    private final SuspendAssignment suspendAssignment;
    private final EndAssignment endAssignment;

    PlatformStandingController(SuspendAssignment suspendAssignment, EndAssignment endAssignment) {
        this.suspendAssignment = suspendAssignment;
        this.endAssignment = endAssignment;
    }

    @PostMapping("/suspension")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> suspend(
            @PathVariable UUID firmId, @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why) {
        return shown(suspendAssignment.suspend(on(firmId, id, why), ifMatch.version()));
    }

    @PostMapping("/resumption")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> resume(
            @PathVariable UUID firmId, @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why) {
        return shown(suspendAssignment.resume(on(firmId, id, why), ifMatch.version()));
    }

    @PostMapping("/end")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> end(
            @PathVariable UUID firmId, @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why) {
        return shown(endAssignment.end(on(firmId, id, why), ifMatch.version()));
    }

    private static Mono<ResponseEntity<AssignmentView>> shown(Mono<Versioned<AssignmentView>> changed) {
        return changed.map(assignment -> Responses.withVersion(assignment.version(), assignment.value()));
    }

    private static On on(UUID firm, UUID id, Why why) {
        return new On(new FirmId(firm), new AssignmentId(id), why.reason());
    }
}
