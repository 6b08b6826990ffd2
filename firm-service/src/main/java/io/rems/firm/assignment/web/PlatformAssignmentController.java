package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
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

/** How a firm gets its first administrator. */
@RestController
@RequestMapping("/api/v1/platform/firms/{firmId}/assignments")
class PlatformAssignmentController {
    private final GrantAssignment grantAssignment;

    PlatformAssignmentController(GrantAssignment grantAssignment) {
        this.grantAssignment = grantAssignment;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> grant(@PathVariable UUID firmId, @Valid @RequestBody NewAssignment request) {
        return grantAssignment
                .grant(
                        new FirmId(firmId),
                        request.userId(),
                        request.assignmentId(),
                        request.position(),
                        request.primary())
                .map(granted -> Responses.created(
                        "/api/v1/assignments/" + granted.assignment().id().value(),
                        granted.assignment().version(),
                        AssignmentView.of(granted)));
    }
}
