package io.rems.firm.provider;

import io.rems.firm.provider.ProviderSettings.Registration;
import io.rems.platform.access.IssuerKeys;
import io.rems.platform.problem.NotFound;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The providers of this installation. What is wrong with their registration keeps the application from starting. */
@Component
public class IdentityProviders {
    private static final IssuerKeys.Pace PACE =
            new IssuerKeys.Pace(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final Map<String, IdentityProvider> byId = new LinkedHashMap<>();

    IdentityProviders(ProviderSettings settings, ProviderDocuments documents, Environment environment, Clock clock) {
        boolean plainHttpAllowed = environment.acceptsProfiles(Profiles.of("local | test"));
        for (Registration registration : settings.providers()) {
            var issuer = URI.create(registration.issuer());
            if (!registration.id().matches("[a-z0-9][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException("Not an id of a provider: " + registration.id());
            }
            if (!"https".equals(issuer.getScheme()) && !plainHttpAllowed) {
                throw new IllegalArgumentException("The provider " + registration.id() + " must have an https issuer");
            }
            var keys = new IssuerKeys(registration.issuer(), documents.keys(issuer, plainHttpAllowed), PACE, clock);
            if (byId.put(registration.id(), new IdentityProvider(registration, keys, clock)) != null) {
                throw new IllegalArgumentException("Two providers have the id " + registration.id());
            }
        }
    }

    IdentityProvider get(String id) {
        var provider = byId.get(id);
        if (provider == null) {
            throw new NotFound("provider", id);
        }
        return provider;
    }

    public Collection<Listed> all() {
        return byId.values().stream()
                .map(IdentityProvider::registration)
                .map(one ->
                        new Listed(one.id(), one.name() == null ? one.id() : one.name(), one.issuer(), one.clientId()))
                .toList();
    }

    /** What a portal needs to send a user to a provider. */
    public record Listed(String id, String name, String issuer, String clientId) {}
}
