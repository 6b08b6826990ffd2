package io.rems.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The provider's keys, the newest first; a test has them changed. */
@RestController
class Keys implements JWKSource<SecurityContext> {
    private volatile List<JWK> keys = List.of(made());
    private final AtomicLong asked = new AtomicLong();

    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    synchronized void change(@RequestParam boolean keepOld) {
        keys = Stream.concat(Stream.of(made()), keepOld ? keys.stream() : Stream.empty())
                .toList();
    }

    /** How often anybody has asked for the public keys. */
    @GetMapping("/keys/asked")
    long asked() {
        return asked.get();
    }

    /** Whoever publishes them asks for all; whoever signs, for one of a type. */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        if (selector.getMatcher().getKeyTypes() == null) {
            asked.incrementAndGet();
        }
        return selector.select(new JWKSet(keys));
    }

    private static JWK made() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }
}
