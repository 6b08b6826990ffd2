package io.rems.firm.signin.web;

import io.rems.firm.signin.EndSessions;
import io.rems.firm.signin.RenewSession;
import io.rems.firm.signin.SignIn;
import io.rems.firm.signin.Tokens;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.platform.access.Client;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.events.AnsweredOncePublished;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/auth")
class SignInController {
    private final SignIn signIn;
    private final RenewSession renewSession;
    private final EndSessions endSessions;

    SignInController(SignIn signIn, RenewSession renewSession, EndSessions endSessions) {
        this.signIn = signIn;
        this.renewSession = renewSession;
        this.endSessions = endSessions;
    }

    record Login(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "Login[...]";
        }
    }

    record Refresh(@NotBlank @Size(max = 200) String refreshToken) {

        @Override
        public String toString() {
            return "Refresh[...]";
        }
    }

    @PostMapping("/login")
    @PublicEndpoint
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tokens.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The password was right; a second factor is asked for",
            content = @Content(schema = @Schema(implementation = AdmissionAnswer.ChallengeView.class)))
    Mono<ResponseEntity<Object>> login(@Valid @RequestBody Login request, Client client) {
        return signIn.signIn(request.email(), request.password(), client).map(AdmissionAnswer::of);
    }

    @PostMapping("/refresh")
    @PublicEndpoint
    Mono<ResponseEntity<Tokens>> refresh(@Valid @RequestBody Refresh request) {
        return renewSession
                .renew(new RefreshToken(request.refreshToken()))
                .map(tokens -> unstored(HttpStatus.OK, tokens));
    }

    @PostMapping("/sign-out")
    @AnsweredOncePublished
    @PublicEndpoint
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> signOut(@Valid @RequestBody Refresh request) {
        return endSessions.signOut(new RefreshToken(request.refreshToken()));
    }

    static <T> ResponseEntity<T> unstored(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
