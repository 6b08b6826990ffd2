package io.rems.firm.provider.web;

import io.rems.firm.provider.BeginProviderSignIn;
import io.rems.firm.provider.BeginProviderSignIn.Begun;
import io.rems.firm.provider.IdentityProviders;
import io.rems.firm.provider.IdentityProviders.Listed;
import io.rems.firm.provider.SignInWithProvider;
import io.rems.firm.provider.domain.Proof;
import io.rems.firm.signin.Tokens;
import io.rems.firm.signin.web.AdmissionAnswer;
import io.rems.platform.access.Client;
import io.rems.platform.access.PublicEndpoint;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/auth/providers")
class ProviderController {
    private final IdentityProviders providers;
    private final BeginProviderSignIn begin;
    private final SignInWithProvider signIn;

    ProviderController(IdentityProviders providers, BeginProviderSignIn begin, SignInWithProvider signIn) {
        this.providers = providers;
        this.begin = begin;
        this.signIn = signIn;
    }

    record ProvidersView(Collection<Listed> items) {}

    /** {@code nonce} goes to the provider, {@code proof} stays with the portal; {@code expiresIn} is in seconds. */
    record BegunView(String nonce, String proof, long expiresIn) {
        static BegunView of(Begun begun) {
            return new BegunView(begun.nonce(), begun.proof().secret(), begun.expiresIn());
        }

        @Override
        public String toString() {
            return "BegunView[...]";
        }
    }

    record ProviderLogin(
            @NotBlank @Size(max = 16_384) String idToken,
            @NotBlank @Size(max = 200) String proof) {

        @Override
        public String toString() {
            return "ProviderLogin[...]";
        }
    }

    @GetMapping
    @PublicEndpoint
    ProvidersView providers() {
        return new ProvidersView(providers.all());
    }

    @PostMapping("/{id}/nonces")
    @PublicEndpoint
    Mono<ResponseEntity<BegunView>> begin(@PathVariable String id) {
        return begin.begin(id)
                .map(begun ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(BegunView.of(begun)));
    }

    @PostMapping("/{id}/login")
    @PublicEndpoint
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tokens.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The provider did not ask for a second factor; it is asked for here",
            content = @Content(schema = @Schema(implementation = AdmissionAnswer.ChallengeView.class)))
    Mono<ResponseEntity<Object>> login(
            @PathVariable String id, @Valid @RequestBody ProviderLogin request, Client client) {
        return signIn.signIn(id, request.idToken(), new Proof(request.proof()), client)
                .map(AdmissionAnswer::of);
    }
}
