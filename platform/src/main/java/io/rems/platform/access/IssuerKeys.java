package io.rems.platform.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.ChannelOption;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The public keys of an issuer at an address. A key that is not known is asked for, so that issuers can rotate theirs,
 * but at most once in a while, so that forged tokens cannot hammer the issuer.
 */
final class IssuerKeys implements Function<SignedJWT, Flux<JWK>> {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final String address;
    private final Clock clock;
    private final WebClient client = WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                    .responseTimeout(PATIENCE)))
            .build();
    private volatile JWKSet known = new JWKSet();
    private volatile Instant lookedAt = Instant.MIN;

    IssuerKeys(String address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWKSelector wanted = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        List<JWK> found = wanted.select(known);
        if (!found.isEmpty() || clock.instant().isBefore(lookedAt.plus(BETWEEN_LOOKS))) {
            return Flux.fromIterable(found);
        }
        return fetched().flatMapIterable(wanted::select);
    }

    private Mono<JWKSet> fetched() {
        return client.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .map(IssuerKeys::parsed)
                .doOnNext(keys -> {
                    known = keys;
                    lookedAt = clock.instant();
                })
                .onErrorMap(error -> new JwtException("The keys of the issuer cannot be had from " + address, error));
    }

    private static JWKSet parsed(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a JWK set", e);
        }
    }
}
