package io.rems.firm.account;

import io.rems.firm.token.Secret;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.events.AnsweredOncePublished;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What needs no sign-in, but for two of three a link from a mail. */
@RestController
@RequestMapping("/api/v1/auth")
class LinkController {
    private final ResetPassword resetPassword;
    private final ChangeEmail changeEmail;

    LinkController(ResetPassword resetPassword, ChangeEmail changeEmail) {
        this.resetPassword = resetPassword;
        this.changeEmail = changeEmail;
    }

    record ForgottenPassword(@NotBlank @Size(max = 254) String email) {}

    record ChosenPassword(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(min = 12, max = 200) String password) {

        @Override
        public String toString() {
            return "ChosenPassword[...]";
        }
    }

    record Confirmation(@NotBlank @Size(max = 200) String token) {

        @Override
        public String toString() {
            return "Confirmation[...]";
        }
    }

    @PostMapping("/password-resets")
    @PublicEndpoint
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> askForPassword(@Valid @RequestBody ForgottenPassword request) {
        return resetPassword.ask(request.email());
    }

    @PostMapping("/password-resets/completion")
    @AnsweredOncePublished
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> choosePassword(@Valid @RequestBody ChosenPassword request) {
        return resetPassword.complete(new Secret(request.token()), request.password());
    }

    @PostMapping("/email-changes/confirmation")
    @AnsweredOncePublished
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> confirmEmail(@Valid @RequestBody Confirmation request) {
        return changeEmail.confirm(new Secret(request.token()));
    }
}
