package io.rems.platform.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An exchange whose body was read already and is read again by the handler, be it JSON or a form. */
final class ReplayableExchange extends ServerWebExchangeDecorator {

    private final ServerHttpRequest request;
    private final ServerHttpResponse response;
    private final ServerWebExchange forms;

    ReplayableExchange(
            ServerWebExchange exchange, byte[] body, ServerHttpResponse response, ServerCodecConfigurer codecs) {
        super(exchange);
        this.request = replaying(exchange, body);
        this.response = response;
        this.forms = new DefaultServerWebExchange(
                request, response, new DefaultWebSessionManager(), codecs, new AcceptHeaderLocaleContextResolver());
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return response;
    }

    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return forms.getFormData();
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        return forms.getMultipartData();
    }

    @Override
    public Mono<Void> cleanupMultipart() {
        return forms.cleanupMultipart();
    }

    private static ServerHttpRequest replaying(ServerWebExchange exchange, byte[] body) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
            }
        };
    }
}
