package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.embedded.IdentityProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Users who come from an identity provider, from the portal's first question to a firm's data. */
@EndToEnd
class ProviderSignInTest {
    private static IdentityProvider provider;

    private final String email = "noor-" + UUID.randomUUID() + "@company.example";

    @BeforeAll
    static void theProviderRuns(Suite suite) {
        provider = IdentityProvider.start(suite.providerPort(), Path.of("target/identity-provider.log"));
    }

    @AfterAll
    static void theProviderEnds() {
        provider.close();
    }

    @Test
    void whoWasInvitedSignsInThroughTheProviderAndWorksInTheFirm(Suite suite) {
        var firm = SampleFirm.empty(suite, "Provider");
        invite(firm);
        var listed = anybody(suite, "GET", "").expect(200).json().at("/items/0");
        assertThat(listed.path("issuer").asString()).isEqualTo(IdentityProvider.issuer(suite.providerPort()));

        var tokens = come(
                        suite,
                        "subject-of-" + email + "," + email,
                        listed.path("clientId").asString())
                .expect(200)
                .json();

        var noor = new Person(suite.gateway(), email, tokens.path("accessToken").asString(), firm.id());
        noor.get("/api/v1/owners").expect(200);
        var me = noor.get("/api/v1/me").expect(200).json();
        assertThat(me.at("/role").asString()).isEqualTo("ACCOUNTANT");
        var refreshed = Call.of("POST", suite.gateway() + "/api/v1/auth/refresh")
                .with(Map.of("refreshToken", tokens.path("refreshToken").asString()))
                .send()
                .expect(200)
                .json();
        new Person(suite.gateway(), email, refreshed.path("accessToken").asString(), firm.id())
                .get("/api/v1/owners")
                .expect(200);
    }

    @Test
    void nobodyElseGetsInAndAllAreToldTheSame(Suite suite) {
        invite(SampleFirm.empty(suite, "Provider's others"));
        var person = "subject-of-" + email + ",";

        var answers = Map.of(
                "unverified e-mail",
                come(suite, person + email + ",unverified", IdentityProvider.CLIENT),
                "unknown user",
                come(suite, person + "nobody-" + email, IdentityProvider.CLIENT),
                "wrong audience",
                come(suite, person + email, "another-application"),
                "expired",
                come(suite, person + email + ",expired", IdentityProvider.CLIENT));

        assertThat(answers).allSatisfy((flaw, answer) -> {
            assertThat(answer.status()).as(flaw).isEqualTo(401);
            assertThat(answer.code()).as(flaw).isEqualTo("AUTH_INVALID");
        });
        come(suite, person + email, IdentityProvider.CLIENT).expect(200);
    }

    private void invite(SampleFirm firm) {
        firm.administrator()
                .post("/api/v1/users/invitations", Map.of("email", email, "name", "Noor", "role", "ACCOUNTANT"))
                .expect(201);
    }

    /** Begins at REMS, signs in at the provider for one of its clients, and shows REMS the ID token. */
    private static Answer come(Suite suite, String person, String client) {
        JsonNode begun = anybody(suite, "POST", "/corporate/nonces").expect(200).json();
        var idToken = provider.idToken(person, begun.path("nonce").asString(), client);
        return Call.of("POST", providers(suite) + "/corporate/login")
                .with(Map.of("idToken", idToken, "proof", begun.path("proof").asString()))
                .send();
    }

    private static Answer anybody(Suite suite, String method, String path) {
        return Call.of(method, providers(suite) + path).send();
    }

    private static URI providers(Suite suite) {
        return URI.create(suite.gateway() + "/api/v1/auth/providers");
    }
}
