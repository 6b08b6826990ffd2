package io.rems.platform.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** The public keys of an issuer: what a token's signature is checked with. */
interface PublishedKeys extends Function<SignedJWT, Flux<JWK>> {

    /** Whether the key of this name is among them for certain; if not, a token must be verified anew. */
    boolean contain(String name);

    /** Keys that never change. */
    static PublishedKeys fixed(String jwks) {
        JWKSet keys = parsed(jwks);
        return new PublishedKeys() {
            @Override
            public Flux<JWK> apply(SignedJWT token) {
                return Flux.fromIterable(keys.getKeys());
            }

            @Override
            public boolean contain(String name) {
                return keys.getKeyByKeyId(name) != null;
            }
        };
    }

    static JWKSet parsed(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
    }
}
