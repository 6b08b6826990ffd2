package io.rems.platform.access;

import io.micrometer.context.ContextRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** This application's identity, clock and keys. */
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
    KeyRing keyRing(SecuritySettings settings, Environment environment, Clock clock) {
        return new KeyRing(keys(settings.signingKey(), environment), settings.publishedBeforeUse(), clock);
    }

    @Bean
    KeyWatch keyWatch(KeyRing keys, SecuritySettings settings) {
        return new KeyWatch(keys, settings.keysRead());
    }

    private static Supplier<GivenKeys> keys(@Nullable Path place, Environment environment) {
        if (place == null) {
            if (!environment.acceptsProfiles(Profiles.of("test"))) {
                throw new IllegalStateException("Set rems.security.signing-key to where this application's keys are");
            }
            var made = GivenKeys.only(SigningKey.inMemory());
            return () -> made;
        }
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            SigningKey.createWhereNoneIs(place);
        }
        return () -> GivenKeys.readFrom(place);
    }

    @Bean
    ContextTokens contextTokens(
            KeyRing key, Issuers issuers, RemsIdentity identity, SecuritySettings settings, Clock clock) {
        return new ContextTokens(key, issuers, identity.service(), settings.contextTokenLife(), clock);
    }

    @Bean
    ClientTokens clientTokens(
            KeyRing key, Issuers issuers, RemsIdentity identity, SecuritySettings settings, Clock clock) {
        return new ClientTokens(key, issuers, identity.service(), settings.contextTokenLife(), clock);
    }

    @Bean
    JwksEndpoint jwksEndpoint(KeyRing keys) {
        return new JwksEndpoint(keys);
    }
}
