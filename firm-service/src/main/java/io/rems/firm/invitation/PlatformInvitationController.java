package io.rems.firm.invitation;

import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.Language;
import io.rems.firm.user.UserView;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How REMS gets its own administrators, and firms their first ones. */
@RestController
@RequestMapping("/api/v1/platform")
class PlatformInvitationController {
    private final InviteUser inviteUser;

    PlatformInvitationController(InviteUser inviteUser) {
        this.inviteUser = inviteUser;
    }

    record NewLogin(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.FORM)
            String email,

            @NotBlank @Size(max = 200) String name,
            @Nullable Language language,
            boolean platformAdministrator) {

        Invitation invitation() {
            return new Invitation(
                    new EmailAddress(email),
                    name,
                    language == null ? Language.EN : language,
                    platformAdministrator,
                    null);
        }
    }

    @PostMapping("/users/invitations")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> invite(@Valid @RequestBody NewLogin request) {
        return inviteUser.invite(request.invitation()).map(PlatformInvitationController::created);
    }

    @PostMapping("/firms/{firmId}/invitations")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> inviteIntoFirm(
            @PathVariable UUID firmId, @Valid @RequestBody NewInvitation request) {
        return inviteUser.invite(request.into(new FirmId(firmId))).map(PlatformInvitationController::created);
    }

    private static ResponseEntity<UserView> created(Invited invited) {
        var user = invited.user();
        return Responses.created("/api/v1/platform/users/" + user.id(), user.version(), UserView.of(user));
    }
}
