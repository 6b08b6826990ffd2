package io.rems.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.gateway.routing.UpstreamFilter.AnsweredAway;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** When a service counts as failing. */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {
    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(50)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(5)
                .recordException(UpstreamConfiguration::weakness)
                .build());
    }

    /** A route's time-out ends with the head of the answer; this one is for what follows. */
    @Bean
    HttpClientCustomizer idleTimeout(@Value("${rems.upstream.idle:PT60S}") Duration idle) {
        return client -> client.responseTimeout(idle);
    }

    private static boolean weakness(Throwable error) {
        return error instanceof IOException
                || error instanceof AnsweredAway
                || error instanceof ResponseStatusException timeout
                        && timeout.getStatusCode().equals(HttpStatus.GATEWAY_TIMEOUT);
    }
}
