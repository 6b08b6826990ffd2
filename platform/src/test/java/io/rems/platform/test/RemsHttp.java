package io.rems.platform.test;

import io.rems.platform.access.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Speaks HTTP to the service under test, as a caller. */
public final class RemsHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Environment environment;

    RemsHttp(Environment environment) {
        this.environment = environment;
    }

    /** The client without a token. */
    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + environment.getRequiredProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .filter(RemsHttp::readWhole)
                .build();
    }

    /** Reads a body that the test does not look at too, so that its buffers are given back. */
    private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(answer -> answer.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> answer.mutate()
                                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                .build()));
    }

    public AsCaller as(Caller caller) {
        return withAuthorization(TestCallers.authorization(caller));
    }

    public AsCaller withAuthorization(String authorization) {
        return new AsCaller(client().mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, authorization)
                .build());
    }

    /** Requests of one caller. Paths are templates: {@code get("/api/v1/owners/{id}", id)}. */
    public record AsCaller(WebTestClient client) {
        public WebTestClient.ResponseSpec get(String path, Object... variables) {
            return client.get().uri(path, variables).exchange();
        }

        public WebTestClient.ResponseSpec post(String path, Object body, Object... variables) {
            return send(HttpMethod.POST, path, body, Map.of(), variables);
        }

        /** A command without a body. */
        public WebTestClient.ResponseSpec command(String path, Object... variables) {
            return client.post().uri(path, variables).exchange();
        }

        public WebTestClient.ResponseSpec put(String path, long version, Object body, Object... variables) {
            return send(HttpMethod.PUT, path, body, Map.of(HttpHeaders.IF_MATCH, "\"" + version + "\""), variables);
        }

        public WebTestClient.ResponseSpec delete(String path, long version, Object... variables) {
            return client.delete()
                    .uri(path, variables)
                    .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                    .exchange();
        }

        public WebTestClient.ResponseSpec send(
                HttpMethod method, String path, Object body, Map<String, String> headers, Object... variables) {
            Consumer<HttpHeaders> all = found -> headers.forEach(found::set);
            return client.method(method)
                    .uri(path, variables)
                    .headers(all)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange();
        }
    }
}
