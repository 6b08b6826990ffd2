package io.rems.platform.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The public keys of an issuer. They are asked for again and again, so that a new key is known before it signs and one
 * that was taken back is forgotten; and at once for a key that is not known, but at most once in a while, so that forged
 * tokens cannot hammer the issuer. While it does not answer, what is known stays.
 */
public final class IssuerKeys implements PublishedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pace OWN = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(3));

    private final String address;
    private final Mono<String> published;
    private final Pace pace;
    private final Clock clock;
    private final AtomicReference<@Nullable Mono<JWKSet>> underWay = new AtomicReference<>();
    private volatile JWKSet known = new JWKSet();
    private volatile Instant askedAt = Instant.MIN;
    private volatile Instant answeredAt = Instant.MIN;
    private volatile @Nullable Throwable trouble;

    /**
     * How often an issuer is asked.
     *
     * @param betweenLooks at most, whatever happens
     * @param fresh while tokens come
     * @param usable after such a silence, keys are trusted only when the issuer has been asked; if it answers
     */
    public record Pace(Duration betweenLooks, Duration fresh, Duration usable) {}

    /**
     * @param address what errors call the issuer
     * @param published fetches its JWK set, with the limits of whoever asks
     */
    public IssuerKeys(String address, Mono<String> published, Pace pace, Clock clock) {
        this.address = address;
        this.published = published;
        this.pace = pace;
        this.clock = clock;
    }

    /** The keys of an application of REMS. */
    static IssuerKeys at(String address, Clock clock) {
        WebClient client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                        .responseTimeout(PATIENCE)))
                .build();
        return new IssuerKeys(address, client.get().uri(address).retrieve().bodyToMono(String.class), OWN, clock);
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWSHeader header = token.getHeader();
        if (header.getKeyID() == null) {
            return Flux.empty();
        }
        JWKSelector wanted = new JWKSelector(JWKMatcher.forJWSHeader(header));
        return (wanted.select(known).isEmpty() ? unknown() : usable()).flatMapIterable(wanted::select);
    }

    @Override
    public boolean contain(String name) {
        if (longUnasked()) {
            return false;
        }
        keepFresh();
        return known.getKeyByKeyId(name) != null;
    }

    private Mono<JWKSet> unknown() {
        Mono<JWKSet> look = underWay.get();
        if (look != null) {
            return look;
        }
        if (elapsed(pace.betweenLooks(), askedAt)) {
            return look();
        }
        Throwable cause = trouble;
        return cause == null ? Mono.just(known) : Mono.error(cause);
    }

    /** After a long silence nobody has asked; then what is known may long have been taken back. */
    private Mono<JWKSet> usable() {
        if (longUnasked()) {
            return look().onErrorResume(_ -> Mono.just(known));
        }
        keepFresh();
        return Mono.just(known);
    }

    private boolean longUnasked() {
        return elapsed(pace.usable(), askedAt);
    }

    private void keepFresh() {
        if (elapsed(pace.fresh(), answeredAt) && elapsed(pace.betweenLooks(), askedAt) && underWay.get() == null) {
            look().onErrorComplete().subscribe();
        }
    }

    /** One look at a time, whoever asks; it goes on even if those who asked go away. */
    private Mono<JWKSet> look() {
        return Mono.defer(() -> {
            Mono<JWKSet> mine = fetched().cache();
            Mono<JWKSet> first = underWay.compareAndExchange(null, mine);
            return first == null ? mine : first;
        });
    }

    private Mono<JWKSet> fetched() {
        return Mono.fromRunnable(() -> askedAt = clock.instant())
                .then(published)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("Nothing was answered")))
                .map(PublishedKeys::parsed)
                .doOnNext(this::remember)
                .onErrorMap(error -> new JwtException("The keys of the issuer cannot be had from " + address, error))
                .doOnError(this::note);
    }

    private void note(Throwable error) {
        if (trouble == null) {
            LOG.warn("{}; what is known of them stays", error.getMessage(), error);
        }
        trouble = error;
        underWay.set(null);
    }

    private void remember(JWKSet keys) {
        known = keys;
        answeredAt = clock.instant();
        trouble = null;
        underWay.set(null);
    }

    /** However the clock was set meanwhile. */
    private boolean elapsed(Duration time, Instant since) {
        return Duration.between(since, clock.instant()).abs().compareTo(time) >= 0;
    }
}
