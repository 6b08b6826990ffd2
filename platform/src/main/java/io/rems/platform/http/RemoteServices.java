package io.rems.platform.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteSettings.Remote;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.reactive.function.client.WebClient;

/** The other services that this one may ask, each with a circuit breaker and a bulkhead of its own. */
public final class RemoteServices {

    private static final int WINDOW = 20;
    private static final int ENOUGH_TO_JUDGE = 5;
    private static final int PROBES = 3;
    private static final int REMEMBERED_TOKENS = 5_000;

    private final RemoteSettings settings;
    private final WebClient.Builder clients;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final LoadingCache<FirmId, String> tokens;
    private final Map<String, RemoteService> services = new ConcurrentHashMap<>();

    RemoteServices(
            RemoteSettings settings,
            WebClient.Builder clients,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            ContextTokens contextTokens) {
        this.settings = settings;
        this.clients = clients;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_TOKENS)
                .expireAfterWrite(contextTokens.life().dividedBy(2))
                .build(contextTokens::forService);
    }

    /** @param service short name, as in {@code rems.remote.<service>.url} */
    public RemoteService named(String service) {
        return services.computeIfAbsent(service, this::create);
    }

    private RemoteService create(String name) {
        var remote = settings.remote().get(name);
        if (remote == null) {
            throw new IllegalStateException("Set rems.remote." + name + ".url to where " + name + "-service is");
        }
        var client = clients.clone().baseUrl(remote.url().toString()).build();
        return new RemoteService(name, remote, client, tokens::get, breaker(name, remote), bulkhead(name, remote));
    }

    private CircuitBreaker breaker(String name, Remote remote) {
        return breakers.circuitBreaker(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(ENOUGH_TO_JUDGE)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitDurationInOpenState(remote.openFor())
                        .recordException(RemoteService::isTheirFault)
                        .build());
    }

    private Bulkhead bulkhead(String name, Remote remote) {
        return bulkheads.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(remote.concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }
}
