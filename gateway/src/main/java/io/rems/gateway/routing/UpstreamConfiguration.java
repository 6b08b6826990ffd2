package io.rems.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.gateway.routing.UpstreamFilter.AnsweredAway;
import io.rems.platform.problem.ProblemMapping;
import io.rems.platform.problem.Problems;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** When a service counts as failing, and what its callers are told then. */
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

    @Bean
    ProblemMapping upstreamProblems() {
        return error -> error instanceof IOException ? Problems.unavailable() : null;
    }

    private static boolean weakness(Throwable error) {
        return error instanceof IOException
                || error instanceof AnsweredAway
                || error instanceof ResponseStatusException timeout
                        && timeout.getStatusCode().equals(HttpStatus.GATEWAY_TIMEOUT);
    }
}
