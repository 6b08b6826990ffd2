package io.rems.platform.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys and issuers.
 *
 * @param signingKey this application's private JWK (EC P-256): a file, or a folder with {@code current.json} and, during
 *     a change, {@code next.json} or {@code previous.json}
 * @param keysRead how often the keys are read again
 * @param publishedBeforeUse how long a key must have been published before it signs in the place of one still given
 * @param trustedIssuers whose context tokens are accepted; nobody else's
 * @param contextTokenLife how long a context token that this application signs is valid
 */
@ConfigurationProperties("rems.security")
public record SecuritySettings(
        @Nullable Path signingKey,
        @DefaultValue("PT10S") Duration keysRead,
        @DefaultValue("PT3M") Duration publishedBeforeUse,
        @DefaultValue List<TrustedIssuer> trustedIssuers,
        @DefaultValue("PT2M") Duration contextTokenLife) {

    /**
     * An issuer and where its public keys are: at an address, or given here.
     *
     * @param jwksUri address of a JWK set
     * @param jwks the JWK set itself, as JSON
     */
    public record TrustedIssuer(
            String issuer,
            @Nullable String jwksUri,
            @Nullable String jwks) {}
}
