package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentDirectory;
import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.EndAssignment;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/assignments")
class AssignmentController {
    private final GrantAssignment grantAssignment;
    private final EndAssignment endAssignment;
    private final AssignmentDirectory directory;

    AssignmentController(GrantAssignment grantAssignment, EndAssignment endAssignment, AssignmentDirectory directory) {
        this.grantAssignment = grantAssignment;
        this.endAssignment = endAssignment;
        this.directory = directory;
    }

    @PostMapping
    @OwnTransactions
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> grant(@Valid @RequestBody NewAssignment request, Caller caller) {
        return grantAssignment
                .grant(caller.firm(), request.userId(), request.assignmentId(), request.position(), request.primary())
                .map(granted -> Responses.created(
                        "/api/v1/assignments/" + granted.assignment().id().value(),
                        granted.assignment().version(),
                        AssignmentView.of(granted)));
    }

    @GetMapping
    @RequiresPermission(Permission.ASSIGNMENT_READ)
    Mono<Page<AssignmentView>> list(ListQuery query) {
        return directory.page(query);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.ASSIGNMENT_READ)
    Mono<ResponseEntity<AssignmentView>> byId(@PathVariable UUID id) {
        return directory
                .byId(new AssignmentId(id))
                .map(found -> Responses.withVersion(found.version(), found.value()))
                .switchIfEmpty(Mono.error(() -> new NotFound("assignment", id)));
    }

    @DeleteMapping("/{id}")
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return endAssignment.end(caller.firm(), new AssignmentId(id), ifMatch.version());
    }
}
