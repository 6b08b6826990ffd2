package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rems.platform.access.SecuritySettings.TrustedIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class ContextTokenDecoderTest {
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final String ISSUER = "rems:test:gateway";
    private static final String AUDIENCE = "rems:test:context";

    private final HandClock clock = new HandClock();
    private final ECKey key = ec("true");
    private final ContextTokenDecoder decoder = new ContextTokenDecoder(
            List.of(new TrustedIssuer(ISSUER, null, new JWKSet(key.toPublicJWK()).toString())), AUDIENCE, clock);

    @Test
    void tokenOfThePublishedKeyIsVerified() throws JOSEException {
        assertThat(decoded(signed(header(JWSAlgorithm.ES256), new ECDSASigner(key)))
                        .getSubject())
                .isEqualTo("somebody");
    }

    @Test
    void unsignedTokenIsRefused() {
        refused(new PlainJWT(claims()).serialize());
        String none = encoded("{\"alg\":\"none\",\"kid\":\"true\"}") + "." + encoded(claims().toString()) + ".";
        refused(none);
        refused(none.replace(encoded("{\"alg\":\"none\",\"kid\":\"true\"}"), encoded("{\"alg\":\"nOnE\"}")));
    }

    @Test
    void publicKeyIsNoSecret() throws JOSEException {
        for (String secret : List.of(
                key.toPublicJWK().toJSONString(),
                new JWKSet(key.toPublicJWK()).toString(),
                Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded()))) {
            refused(signed(header(JWSAlgorithm.HS256), new MACSigner(secret.getBytes(StandardCharsets.UTF_8))));
        }
        refused(signed(
                header(JWSAlgorithm.HS256), new MACSigner(key.toECPublicKey().getEncoded())));
    }

    @Test
    void algorithmIsOursWhateverTheTokenSays() throws JOSEException {
        refused(signed(header(JWSAlgorithm.RS256), new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        refused(signed(header(JWSAlgorithm.ES384), new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate())));
    }

    @Test
    void anotherKeyUnderTheTrueNameIsRefused() throws JOSEException {
        refused(signed(header(JWSAlgorithm.ES256), new ECDSASigner(ec("true"))));
    }

    @Test
    void keyThatTheTokenBringsAlongIsNotUsed() throws JOSEException {
        ECKey own = ec("own");
        var signer = new ECDSASigner(own);
        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("true")
                        .jwk(own.toPublicJWK())
                        .build(),
                signer));
        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()).build(), signer));
    }

    @Test
    void addressOfKeysThatTheTokenNamesIsNotAsked() throws JOSEException {
        ECKey own = ec("own");
        var signer = new ECDSASigner(own);
        try (var trap = new KeyServer()) {
            trap.publish(own.toPublicJWK());
            refused(signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID("own")
                            .jwkURL(trap.address())
                            .build(),
                    signer));
            refused(signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID("own")
                            .x509CertURL(trap.address())
                            .build(),
                    signer));
            assertThat(trap.asked()).isZero();
        }
    }

    @Test
    void whatATokenCallsCriticalMustBeUnderstood() throws JOSEException {
        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("true")
                        .criticalParams(Set.of("urn:example:rule"))
                        .customParam("urn:example:rule", true)
                        .build(),
                new ECDSASigner(key)));
    }

    @Test
    void signatureOfNothingIsRefused() throws JOSEException {
        String[] parts =
                signed(header(JWSAlgorithm.ES256), new ECDSASigner(key)).split("\\.");
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        refused(parts[0] + "." + parts[1] + "." + zeros);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + encoded(claims().toString().replace("somebody", "admin")) + "." + parts[2]);
    }

    @Test
    void clocksMayDifferByTwoMinutes() throws JOSEException {
        String token = signed(header(JWSAlgorithm.ES256), new ECDSASigner(key));

        clock.pass(Duration.ofSeconds(-121));
        refused(token);
        clock.pass(Duration.ofSeconds(1));
        decoded(token);
        clock.pass(Duration.ofMinutes(2 + 5).plusSeconds(119));
        decoded(token);

        clock.pass(Duration.ofSeconds(2));
        refused(token);
    }

    @Test
    void verifiedTokenIsRefusedWhenItsKeyIsTakenBack() throws JOSEException {
        try (var issuer = new KeyServer()) {
            issuer.publish(key.toPublicJWK());
            var verifier = new ContextTokenDecoder(
                    List.of(new TrustedIssuer(ISSUER, issuer.address().toString(), null)), AUDIENCE, clock);
            String token = signed(header(JWSAlgorithm.ES256), new ECDSASigner(key));
            assertThat(verifier.decode(token).block(BOUND)).isNotNull();

            issuer.publish(ec("new").toPublicJWK());
            clock.pass(Duration.ofMinutes(3));

            assertThatThrownBy(() -> verifier.decode(token).block(BOUND)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void tokenOfAnIssuerThatIsAwayIsNotCalledForged() throws JOSEException {
        var issuer = new KeyServer();
        issuer.close();
        var verifier = new ContextTokenDecoder(
                List.of(new TrustedIssuer(ISSUER, issuer.address().toString(), null)), AUDIENCE, clock);
        String token = signed(header(JWSAlgorithm.ES256), new ECDSASigner(key));

        assertThatThrownBy(() -> verifier.decode(token).block(BOUND))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    private Jwt decoded(String token) {
        return Objects.requireNonNull(decoder.decode(token).block(BOUND));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token).block(BOUND)).isInstanceOf(BadJwtException.class);
    }

    private String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("somebody")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
                .build();
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("true").build();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ECKey ec(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
