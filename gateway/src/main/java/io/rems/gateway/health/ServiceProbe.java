package io.rems.gateway.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.channel.ChannelOption;
import io.rems.gateway.health.ServiceHealth.Status;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;
import reactor.netty.http.client.HttpClient;

/** Asks a service how it is, past its circuit breaker: an open circuit is what one wants to know about. */
@Component
class ServiceProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
    private static final Measurements NONE = new Measurements("");
    private static final String OUTBOX = "rems_outbox_depth";
    private static final String LAG = "kafka_consumer_fetch_manager_records_lag";

    private final CircuitBreakerRegistry breakers;
    private final WebClient client = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                    .responseTimeout(PATIENCE)))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
            .build();

    ServiceProbe(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
    }

    Mono<ServiceHealth> health(String service, URI address) {
        return Mono.zip(readiness(address), measurements(address))
                .map(found -> health(service, found.getT1(), found.getT2()))
                .onErrorReturn(new ServiceHealth(service, Status.UNREACHABLE, circuit(service), null, null, null));
    }

    private ServiceHealth health(String service, Timed<Boolean> ready, Measurements measured) {
        return new ServiceHealth(
                service,
                ready.get() ? Status.UP : Status.DOWN,
                circuit(service),
                ready.elapsed().toMillis(),
                measured.sum(OUTBOX),
                measured.sum(LAG));
    }

    private Mono<Timed<Boolean>> readiness(URI address) {
        return client.get()
                .uri(address + "/actuator/health/readiness")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .timeout(PATIENCE)
                .timed();
    }

    private Mono<Measurements> measurements(URI address) {
        return client.get()
                .uri(address + "/actuator/prometheus")
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .map(Measurements::new)
                .onErrorReturn(NONE)
                .defaultIfEmpty(NONE);
    }

    private CircuitBreaker.State circuit(String service) {
        return breakers.circuitBreaker("route-" + service).getState();
    }
}
