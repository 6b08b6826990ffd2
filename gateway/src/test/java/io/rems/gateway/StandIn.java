package io.rems.gateway;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** A service behind the gateway, as a test wants it to be; remembers what reached it. */
class StandIn {
    private static final String STREAM = "text/event-stream";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<HttpServerRequest, Mono<Answer>> behaviour = _ -> Mono.just(Answer.ok("{}"));
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile DisposableServer server;

    /** @param body of the request, as text */
    record Received(String method, String path, HttpHeaders headers, String body) {}

    record Answer(int status, Flux<String> body) {
        Answer(int status, String body) {
            this(status, Flux.just(body));
        }

        static Answer ok(String body) {
            return new Answer(200, body);
        }
    }

    StandIn() {
        this.server = start(0);
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    List<Received> received() {
        return received;
    }

    List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    void behave(Function<HttpServerRequest, Mono<Answer>> behaviour) {
        this.behaviour = behaviour;
    }

    void answer(Answer answer) {
        behave(_ -> Mono.just(answer));
    }

    void forget() {
        received.clear();
        answer(Answer.ok("{}"));
    }

    /** As when its process dies: nothing listens, and open connections break. */
    void goAway() {
        server.disposeNow(Duration.ofSeconds(5));
        connections.close().awaitUninterruptibly();
    }

    void comeBack() {
        server = start(server.port());
    }

    private DisposableServer start(int port) {
        return HttpServer.create()
                .host("localhost")
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .doOnNext(body -> received.add(new Received(
                                request.method().name(),
                                request.fullPath(),
                                request.requestHeaders().copy(),
                                body)))
                        .flatMap(_ -> behaviour.apply(request))
                        .flatMap(answer -> response.status(answer.status())
                                .header("Content-Type", type(request))
                                .send(ByteBufFlux.fromString(answer.body()), _ -> true)
                                .then()))
                .bindNow();
    }

    private static String type(HttpServerRequest request) {
        String wanted = request.requestHeaders().get("Accept");
        return STREAM.equals(wanted) ? STREAM : "application/json";
    }
}
