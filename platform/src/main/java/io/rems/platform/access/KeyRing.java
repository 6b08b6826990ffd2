package io.rems.platform.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An application's keys, which may change while it runs. All that are given are published. A key signs in the place of
 * another only when it has been published long enough for every verifier to have read it; unless the other is not given
 * any more, for then it must not be used at all.
 */
public final class KeyRing implements TokenSigner {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final Supplier<GivenKeys> source;
    private final Duration publishedBeforeUse;
    private final Clock clock;
    private volatile State state;
    private String trouble = "";

    /** @param publishedSince by name of the key, as far as this process knows */
    private record State(GivenKeys given, SigningKey signing, Map<String, Instant> publishedSince) {}

    KeyRing(Supplier<GivenKeys> source, Duration publishedBeforeUse, Clock clock) {
        this.source = source;
        this.publishedBeforeUse = publishedBeforeUse;
        this.clock = clock;
        GivenKeys given = source.get();
        this.state = new State(given, given.current(), published(given, Map.of()));
    }

    @Override
    public String id() {
        return state.signing().id();
    }

    @Override
    public String sign(JWTClaimsSet claims) {
        return state.signing().sign(claims);
    }

    public JWKSet publicKeys() {
        List<JWK> keys =
                state.given().all().stream().<JWK>map(SigningKey::publicKey).toList();
        return new JWKSet(keys);
    }

    /** Takes over what is given now. What cannot be read changes nothing: the keys from before go on. */
    synchronized void read() {
        GivenKeys given = readable();
        Map<String, Instant> publishedSince = published(given, state.publishedSince());
        SigningKey signing = chosen(given, publishedSince);
        if (!signing.id().equals(state.signing().id())) {
            LOG.info(
                    "Signs with key {} from now on, no more with {}",
                    signing.id(),
                    state.signing().id());
        }
        state = new State(given, signing, publishedSince);
    }

    private GivenKeys readable() {
        try {
            GivenKeys given = source.get();
            requireNamesToStay(given);
            trouble = "";
            return given;
        } catch (RuntimeException e) {
            if (!trouble.equals(e.toString())) {
                trouble = e.toString();
                LOG.error("The signing keys cannot be read; those from before go on", e);
            }
            return state.given();
        }
    }

    /** Verifiers hold keys by name: under a name they know, another key would be refused. */
    private void requireNamesToStay(GivenKeys given) {
        Set<String> known = state.publishedSince().keySet();
        given.all().stream()
                .filter(key -> known.contains(key.id()) && !state.given().contain(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("The name " + key.id() + " is that of another key already");
                });
    }

    private SigningKey chosen(GivenKeys given, Map<String, Instant> publishedSince) {
        SigningKey before = state.signing();
        Instant wanted = publishedSince.getOrDefault(given.current().id(), Instant.EPOCH);
        boolean tooNew = clock.instant().isBefore(wanted.plus(publishedBeforeUse));
        return tooNew && given.contain(before) ? before : given.current();
    }

    private Map<String, Instant> published(GivenKeys given, Map<String, Instant> before) {
        Map<String, Instant> since = new HashMap<>();
        for (SigningKey key : given.all()) {
            since.put(key.id(), before.getOrDefault(key.id(), clock.instant()));
        }
        return since;
    }
}
