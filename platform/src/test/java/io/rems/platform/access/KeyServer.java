package io.rems.platform.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Publishes whatever keys a test wants, and counts who asks. */
final class KeyServer implements AutoCloseable {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mono<String> answer = Mono.just("{\"keys\": []}");
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .handle((_, response) -> {
                asked.incrementAndGet();
                return response.sendString(Mono.defer(() -> answer));
            })
            .bindNow();

    void publish(JWK... keys) {
        answer(Mono.just(new JWKSet(List.of(keys)).toString()));
    }

    void answer(Mono<String> answer) {
        this.answer = answer;
    }

    int asked() {
        return asked.get();
    }

    URI address() {
        return URI.create("http://localhost:" + server.port() + "/jwks.json");
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
