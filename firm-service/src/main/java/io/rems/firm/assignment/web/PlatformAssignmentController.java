package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.EndAssignment;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
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

/** How a firm gets its first administrator, and how the operator takes back what he gave: under the firm's own rules. */
@RestController
@RequestMapping("/api/v1/platform/firms/{firmId}/assignments")
class PlatformAssignmentController {
    private final GrantAssignment grantAssignment;
    private final EndAssignment endAssignment;

    PlatformAssignmentController(GrantAssignment grantAssignment, EndAssignment endAssignment) {
        this.grantAssignment = grantAssignment;
        this.endAssignment = endAssignment;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> grant(@PathVariable UUID firmId, @Valid @RequestBody NewAssignment request) {
        return grantAssignment
                .grant(new FirmId(firmId), request.userId(), request.grant())
                .map(granted -> Responses.created(
                        "/api/v1/assignments/" + granted.value().id(), granted.version(), granted.value()));
    }

    @PostMapping("/{id}/end")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> end(
            @PathVariable UUID firmId, @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody Why why) {
        return endAssignment
                .end(new On(new FirmId(firmId), new AssignmentId(id), why.reason()), ifMatch.version())
                .map(ended -> Responses.withVersion(ended.version(), ended.value()));
    }
}
