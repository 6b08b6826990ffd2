package io.rems.firm.provider;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what providers publish of themselves. A provider is somebody else's: it may be slow, endless or wrong, and gets
 * little time and memory; redirects are not followed.
 */
@Component
class ProviderDocuments {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 256 * 1024;

    private final JsonMapper json;
    private final WebClient client = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                    .responseTimeout(PATIENCE)))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
            .build();

    ProviderDocuments(JsonMapper json) {
        this.json = json;
    }

    /** The JWK set of the issuer, from where its discovery document says. */
    Mono<String> keys(URI issuer, boolean plainHttpAllowed) {
        String place = issuer.toString().replaceAll("/$", "") + DISCOVERY;
        return text(URI.create(place))
                .map(json::readTree)
                .map(document -> keysAddress(document, issuer, plainHttpAllowed))
                .flatMap(this::text)
                .timeout(PATIENCE.multipliedBy(2));
    }

    private Mono<String> text(URI address) {
        return client.get()
                .uri(address)
                .exchangeToMono(answer -> answer.statusCode().value() == 200
                        ? answer.bodyToMono(String.class)
                        : answer.releaseBody()
                                .then(Mono.error(() -> new IllegalStateException(address + " answered "
                                        + answer.statusCode().value()))));
    }

    private static URI keysAddress(JsonNode document, URI issuer, boolean plainHttpAllowed) {
        if (!document.path("issuer").stringValue("").equals(issuer.toString())) {
            throw new IllegalStateException("The discovery document of " + issuer + " is another issuer's");
        }
        URI address = URI.create(document.path("jwks_uri").stringValue(""));
        if (!"https".equals(address.getScheme()) && !(plainHttpAllowed && "http".equals(address.getScheme()))) {
            throw new IllegalStateException("The keys of " + issuer + " are not to be had over https");
        }
        return address;
    }
}
