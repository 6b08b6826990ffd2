package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentChange;
import io.rems.firm.assignment.AssignmentDirectory;
import io.rems.firm.assignment.AssignmentFilter;
import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.ChangeAssignment;
import io.rems.firm.assignment.EndAssignment;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/assignments")
class AssignmentController {
    private final GrantAssignment grantAssignment;
    private final ChangeAssignment changeAssignment;
    private final EndAssignment endAssignment;
    private final AssignmentDirectory directory;

    AssignmentController(
            GrantAssignment grantAssignment,
            ChangeAssignment changeAssignment,
            EndAssignment endAssignment,
            AssignmentDirectory directory) {
        this.grantAssignment = grantAssignment;
        this.changeAssignment = changeAssignment;
        this.endAssignment = endAssignment;
        this.directory = directory;
    }

    @PostMapping
    @OwnTransactions
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> grant(@Valid @RequestBody NewAssignment request, Caller caller) {
        return grantAssignment
                .grantToKnown(caller.firm(), request.userId(), request.grant())
                .map(granted -> Responses.created(
                        "/api/v1/assignments/" + granted.value().id(), granted.version(), granted.value()));
    }

    @GetMapping
    @RequiresPermission(Permission.ASSIGNMENT_READ)
    Mono<Page<AssignmentView>> list(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable AssignmentStatus status,
            @RequestParam(required = false) @Nullable UUID user,
            ListQuery query) {
        return directory.page(new AssignmentFilter(role, status, user), query);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.ASSIGNMENT_READ)
    Mono<ResponseEntity<AssignmentView>> byId(@PathVariable UUID id) {
        return directory
                .byId(new AssignmentId(id))
                .map(found -> Responses.withVersion(found.version(), found.value()))
                .switchIfEmpty(Mono.error(() -> new NotFound("assignment", id)));
    }

    @GetMapping("/{id}/history")
    @RequiresPermission(Permission.ASSIGNMENT_READ)
    Mono<Page<AssignmentChange>> history(@PathVariable UUID id, ListQuery query) {
        return directory
                .byId(new AssignmentId(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("assignment", id)))
                .flatMap(_ -> directory.history(new AssignmentId(id), query));
    }

    @PutMapping("/{id}")
    @AnsweredOncePublished
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    Mono<ResponseEntity<AssignmentView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody ChangedAssignment request, Caller caller) {
        var one = new On(caller.firm(), new AssignmentId(id), request.reason());
        return changeAssignment
                .change(one, ifMatch.version(), request.position(), request.validity())
                .map(changed -> Responses.withVersion(changed.version(), changed.value()));
    }

    @DeleteMapping("/{id}")
    @AnsweredOncePublished
    @RequiresPermission(Permission.ASSIGNMENT_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, IfMatch ifMatch, Caller caller) {
        return endAssignment
                .end(new On(caller.firm(), new AssignmentId(id), null), ifMatch.version())
                .then();
    }
}
