package io.rems.firm.invitation;

import io.rems.firm.assignment.domain.Assignment;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a firm gets its people. */
@RestController
@RequestMapping("/api/v1/users/invitations")
class InvitationController {
    private final InviteUser inviteUser;

    InvitationController(InviteUser inviteUser) {
        this.inviteUser = inviteUser;
    }

    /** Says back what was asked, and nothing of the login: whether that was there before is not told. */
    record InvitationView(
            UUID assignmentId,
            String email,
            String name,
            Role role,
            AccessLevel accessLevel,
            @Nullable UUID ownerId,
            @Nullable UUID tenantId,
            Instant from,
            @Nullable Instant until) {

        static InvitationView of(NewInvitation asked, Assignment assignment) {
            var position = assignment.terms().position();
            var validity = assignment.terms().validity();
            return new InvitationView(
                    assignment.id().value(),
                    asked.email(),
                    asked.name(),
                    position.role(),
                    position.level(),
                    position.ownerId(),
                    position.tenantId(),
                    validity.from(),
                    validity.until());
        }
    }

    @PostMapping
    @OwnTransactions
    @RequiresPermission(Permission.USER_WRITE)
    Mono<ResponseEntity<InvitationView>> invite(@Valid @RequestBody NewInvitation request, Caller caller) {
        return inviteUser
                .invite(request.into(caller.firm()))
                .map(invited -> invited.assignment().orElseThrow())
                .map(assignment -> Responses.created(
                        "/api/v1/assignments/" + assignment.id().value(),
                        assignment.terms().version(),
                        InvitationView.of(request, assignment)));
    }
}
