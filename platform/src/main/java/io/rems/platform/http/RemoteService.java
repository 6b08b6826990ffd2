package io.rems.platform.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteSettings.Remote;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Another service, asked in this service's own name for a firm. Whatever it does, an answer comes within
 * {@code attempts} time-outs: its own, or {@link RemoteUnavailable}.
 */
public final class RemoteService {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Remote settings;
    private final WebClient client;
    private final Function<FirmId, String> tokens;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    RemoteService(
            String name,
            Remote settings,
            WebClient client,
            Function<FirmId, String> tokens,
            CircuitBreaker breaker,
            Bulkhead bulkhead) {
        this.name = name;
        this.settings = settings;
        this.client = client;
        this.tokens = tokens;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /**
     * Reads a resource, again if need be.
     *
     * @param path a template: {@code "/api/v1/properties/{id}/ownership"}
     * @return empty where the other service knows of none (404)
     */
    public <T> Mono<T> get(FirmId firm, String path, Class<T> type, Object... variables) {
        return attempt(HttpMethod.GET, firm, path, variables, type, request -> request)
                .retryWhen(Retry.backoff(settings.attempts() - 1, FIRST_PAUSE)
                        .filter(RemoteService::isTheirFault)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .onErrorMap(this::isUnavailable, error -> new RemoteUnavailable(name, error));
    }

    /** Sends a command, once: it may have been carried out even if the answer was lost. */
    public <T> Mono<T> post(FirmId firm, String path, Object body, Class<T> type, Object... variables) {
        return attempt(HttpMethod.POST, firm, path, variables, type, request -> request.bodyValue(body))
                .onErrorMap(this::isUnavailable, error -> new RemoteUnavailable(name, error));
    }

    private <T> Mono<T> attempt(
            HttpMethod method,
            FirmId firm,
            String path,
            Object[] variables,
            Class<T> type,
            Function<RequestBodySpec, WebClient.RequestHeadersSpec<?>> body) {
        return Mono.defer(() -> body.apply(client.method(method)
                                .uri(path, variables)
                                .headers(headers -> headers.setBearerAuth(tokens.apply(firm))))
                        .exchangeToMono(response -> read(response, type)))
                .timeout(settings.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    private static <T> Mono<T> read(ClientResponse response, Class<T> type) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(type);
        }
        return response.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                ? response.releaseBody().then(Mono.empty())
                : response.createError();
    }

    /** Tells failures of the other service from refusals, which say nothing against it. */
    static boolean isTheirFault(Throwable error) {
        return switch (error) {
            case TimeoutException _, WebClientRequestException _ -> true;
            case WebClientResponseException answer -> answer.getStatusCode().is5xxServerError();
            default -> false;
        };
    }

    private boolean isUnavailable(Throwable error) {
        return isTheirFault(error)
                || error instanceof CallNotPermittedException
                || error instanceof BulkheadFullException;
    }
}
