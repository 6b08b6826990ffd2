package io.rems.firm.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rems.firm.user.EmailAddress;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a signed-in user changes of his own login, his password at hand. */
@RestController
@RequestMapping("/api/v1/me")
class OwnAccountController {
    private final ChangePassword changePassword;
    private final ChangeEmail changeEmail;

    OwnAccountController(ChangePassword changePassword, ChangeEmail changeEmail) {
        this.changePassword = changePassword;
        this.changeEmail = changeEmail;
    }

    record PasswordChange(
            @NotBlank @Size(max = 200) String current,
            @NotNull @JsonProperty("new") String chosen) {

        @Override
        public String toString() {
            return "PasswordChange[...]";
        }
    }

    record EmailChange(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.FORM)
            String email,

            @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "EmailChange[...]";
        }
    }

    /** The sign-in in which it is asked goes on; all others end. */
    @PutMapping("/password")
    @AnsweredOncePublished
    @AnyCaller
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> changePassword(@Valid @RequestBody PasswordChange request, Caller caller, Client client) {
        return changePassword.change(user(caller), request.current(), request.chosen(), client);
    }

    /** 202 whether or not the address is free: only who reads its mail is told. */
    @PostMapping("/email-changes")
    @OwnTransactions
    @AnyCaller
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> changeEmail(@Valid @RequestBody EmailChange request, Caller caller, Client client) {
        return changeEmail.ask(user(caller), new EmailAddress(request.email()), request.password(), client);
    }

    private static UUID user(Caller caller) {
        if (caller.userId() == null) {
            throw new PermissionDenied("Only a person has a login.");
        }
        return caller.userId();
    }
}
