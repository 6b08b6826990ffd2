package io.rems.platform.access;

import io.micrometer.context.ContextRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** This application's identity, clock and key. */
@AutoConfiguration
@EnableConfigurationProperties({RemsIdentity.class, SecuritySettings.class})
public class KeysAutoConfiguration {
    /** What the database keeps: an instant that is written reads back the same. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    static {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new CallerLogFields());
    }

    @Bean
    Issuers issuers(RemsIdentity identity) {
        return new Issuers(identity.environment());
    }

    @Bean
    SigningKey signingKey(SecuritySettings settings, Environment environment) {
        Path file = settings.signingKey();
        if (file == null) {
            if (environment.acceptsProfiles(Profiles.of("test"))) {
                return SigningKey.inMemory();
            }
            throw new IllegalStateException("Set rems.security.signing-key to the file with this application's key");
        }
        return environment.acceptsProfiles(Profiles.of("local"))
                ? SigningKey.readOrCreate(file)
                : SigningKey.readFrom(file);
    }

    @Bean
    ContextTokens contextTokens(
            SigningKey key, Issuers issuers, RemsIdentity identity, SecuritySettings settings, Clock clock) {
        return new ContextTokens(key, issuers, identity.service(), settings.contextTokenLife(), clock);
    }

    @Bean
    JwksEndpoint jwksEndpoint(SigningKey key) {
        return new JwksEndpoint(key);
    }
}
