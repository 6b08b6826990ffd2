package io.rems.firm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.firm.provider.ProviderSettings.Registration;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

class IdentityProvidersTest {
    @Test
    void providersMustHaveHttpsWhereStrangersComeBy() {
        assertThatThrownBy(() -> providers("production", provider("corporate", "http://id.example", "RS256")))
                .hasMessageContaining("https");
        assertThat(providers("local", provider("corporate", "http://localhost:8090", "RS256"))
                        .all())
                .hasSize(1);
    }

    @Test
    void symmetricAlgorithmsAreNoneOfOurs() {
        assertThatThrownBy(() -> providers("local", provider("corporate", "https://id.example", "HS256")))
                .hasMessageContaining("HS256");
        assertThatThrownBy(() -> providers("local", provider("corporate", "https://id.example", "none")))
                .hasMessageContaining("none");
    }

    @Test
    void idsAreThereOnceAndFitIntoAPath() {
        assertThatThrownBy(() -> providers(
                        "local",
                        provider("one", "https://id.example", "RS256"),
                        provider("one", "https://other.example", "RS256")))
                .hasMessageContaining("one");
        assertThatThrownBy(() -> providers("local", provider("a/b", "https://id.example", "RS256")))
                .hasMessageContaining("a/b");
    }

    private static IdentityProviders providers(String profile, Registration... registrations) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new IdentityProviders(
                new ProviderSettings(List.of(registrations)),
                new ProviderDocuments(new JsonMapper()),
                environment,
                Clock.systemUTC());
    }

    private static Registration provider(String id, String issuer, String algorithm) {
        return new Registration(
                id, null, issuer, "rems-portal", Set.of(), "email_verified", Set.of(algorithm), Set.of());
    }
}
