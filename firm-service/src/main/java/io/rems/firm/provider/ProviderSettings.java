package io.rems.firm.provider;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The OpenID Connect providers that users may come from. */
@ConfigurationProperties("rems")
record ProviderSettings(@DefaultValue List<Registration> providers) {

    /**
     * A provider, and REMS as it is registered there.
     *
     * @param id names the provider in paths
     * @param name what portals show
     * @param issuer exactly as the provider writes it into its tokens
     * @param clientId of the portals
     * @param audiences other clients, such as mobile ones, whose tokens are accepted too
     * @param verifiedClaim what says that the e-mail is the user's own
     * @param algorithms that its tokens may be signed with; asymmetric ones only
     * @param secondFactors values of {@code amr} or {@code acr} that say that the provider asked for two factors
     */
    record Registration(
            String id,
            @Nullable String name,
            String issuer,
            String clientId,
            @DefaultValue Set<String> audiences,
            @DefaultValue("email_verified") String verifiedClaim,
            @DefaultValue({"RS256", "PS256", "ES256"}) Set<String> algorithms,
            @DefaultValue Set<String> secondFactors) {}
}
