package io.rems.platform.http;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.KeysAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/** Calls to other services, with their circuit breakers among the metrics. */
@AutoConfiguration(after = {KeysAutoConfiguration.class, WebClientAutoConfiguration.class})
@EnableConfigurationProperties(RemoteSettings.class)
public class HttpAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    @ConditionalOnMissingBean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }

    @Bean
    RemoteServices remoteServices(
            RemoteSettings settings,
            WebClient.Builder clients,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            ContextTokens tokens) {
        return new RemoteServices(settings, clients, breakers, bulkheads, tokens);
    }
}
