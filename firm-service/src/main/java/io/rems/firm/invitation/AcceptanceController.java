package io.rems.firm.invitation;

import io.rems.firm.invitation.AcceptInvitation.Answer;
import io.rems.firm.token.Secret;
import io.rems.firm.user.Language;
import io.rems.platform.access.PublicEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Open to whoever has the link. */
@RestController
@RequestMapping("/api/v1/auth/invitations")
class AcceptanceController {
    private final AcceptInvitation acceptInvitation;

    AcceptanceController(AcceptInvitation acceptInvitation) {
        this.acceptInvitation = acceptInvitation;
    }

    record Acceptance(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(min = 12, max = 200) String password,
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable Language language) {

        Answer answer() {
            return new Answer(password, name, language);
        }

        @Override
        public String toString() {
            return "Acceptance[...]";
        }
    }

    @PostMapping("/acceptance")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> accept(@Valid @RequestBody Acceptance request) {
        return acceptInvitation.accept(new Secret(request.token()), request.answer());
    }
}
