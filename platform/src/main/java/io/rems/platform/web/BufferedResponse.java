package io.rems.platform.web;

import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds an answer back until what it tells has been committed. */
final class BufferedResponse extends ServerHttpResponseDecorator {

    private final HttpHeaders before = new HttpHeaders();
    private volatile byte[] body = {};

    BufferedResponse(ServerHttpResponse response) {
        super(response);
        before.putAll(response.getHeaders());
    }

    /** Forgets what was answered so far: the command is carried out anew. */
    void startOver() {
        body = new byte[0];
        setStatusCode(null);
        getHeaders().clear();
        getHeaders().putAll(before);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> written) {
        return DataBufferUtils.join(Flux.from(written))
                .map(BufferedResponse::bytes)
                .doOnNext(bytes -> body = bytes)
                .then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> written) {
        return writeWith(Flux.from(written).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.empty();
    }

    Answer answer() {
        HttpStatusCode status = Objects.requireNonNullElse(getStatusCode(), HttpStatus.OK);
        return Answer.of(status.value(), getHeaders(), body);
    }

    Mono<Void> send() {
        var response = getDelegate();
        return body.length == 0
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
