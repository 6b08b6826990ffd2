package io.rems.firm.assignment.web;

import io.rems.firm.assignment.AssignmentDirectory;
import io.rems.firm.assignment.AssignmentFilter;
import io.rems.firm.assignment.AssignmentView;
import io.rems.firm.assignment.ChangeAssignment;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.firm.assignment.domain.AssignmentId;
import io.rems.firm.assignment.domain.AssignmentStatus;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a firm gets its first administrator, and how the operator sees and changes who works there: by the firm's own rules. */
@RestController
@RequestMapping("/api/v1/platform/firms/{firmId}/assignments")
class PlatformAssignmentController {
    private final GrantAssignment grantAssignment;
    private final ChangeAssignment changeAssignment;
    private final AssignmentDirectory directory;
    private final Transactions transactions;

    PlatformAssignmentController(
            GrantAssignment grantAssignment,
            ChangeAssignment changeAssignment,
            AssignmentDirectory directory,
            Transactions transactions) {
        this.grantAssignment = grantAssignment;
        this.changeAssignment = changeAssignment;
        this.directory = directory;
        this.transactions = transactions;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> grant(@PathVariable UUID firmId, @Valid @RequestBody NewAssignment request) {
        return grantAssignment
                .grant(new FirmId(firmId), request.userId(), request.grant())
                .map(granted -> Responses.created(
                        "/api/v1/platform/firms/" + firmId + "/assignments/"
                                + granted.value().id(),
                        granted.version(),
                        granted.value()));
    }

    @GetMapping
    @PlatformAdministratorOnly
    Mono<Page<AssignmentView>> list(
            @PathVariable UUID firmId,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable AssignmentStatus status,
            @RequestParam(required = false) @Nullable UUID user,
            ListQuery query,
            Caller caller) {
        var page = directory.page(new AssignmentFilter(role, status, user), query);
        return transactions.inFirm(new FirmId(firmId), caller.actor(), page);
    }

    @GetMapping("/{id}")
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> byId(@PathVariable UUID firmId, @PathVariable UUID id, Caller caller) {
        return transactions
                .inFirm(new FirmId(firmId), caller.actor(), directory.byId(new AssignmentId(id)))
                .map(found -> Responses.withVersion(found.version(), found.value()))
                .switchIfEmpty(Mono.error(() -> new NotFound("assignment", id)));
    }

    @PutMapping("/{id}")
    @AnsweredOncePublished
    @PlatformAdministratorOnly
    Mono<ResponseEntity<AssignmentView>> change(
            @PathVariable UUID firmId,
            @PathVariable UUID id,
            IfMatch ifMatch,
            @Valid @RequestBody ChangedAssignment request) {
        var one = new On(new FirmId(firmId), new AssignmentId(id), request.reason());
        return changeAssignment
                .change(one, ifMatch.version(), request.position(), request.validity())
                .map(changed -> Responses.withVersion(changed.version(), changed.value()));
    }
}
