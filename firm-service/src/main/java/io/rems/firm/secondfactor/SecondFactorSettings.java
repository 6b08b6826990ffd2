package io.rems.firm.secondfactor;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How second factors are kept and judged.
 *
 * @param keys file with the keys that encrypt secrets: a JWK set of symmetric keys (256 bit). The first encrypts, all decrypt
 * @param issuer how an authenticator names this installation
 * @param mostFailures wrong codes in a row that close a second factor
 * @param closedFor how long it stays closed
 */
@ConfigurationProperties("rems.sign-in.second-factor")
record SecondFactorSettings(
        @Nullable Path keys,
        @DefaultValue("REMS") String issuer,
        @DefaultValue("5") int mostFailures,
        @DefaultValue("PT15M") Duration closedFor) {}
