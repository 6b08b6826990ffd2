package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rems.platform.access.ClientTokens;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.SigningKey;
import io.rems.platform.test.TestCallers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokenTest extends GatewayTest {
    @BeforeEach
    void userWorksInFirm() {
        FIRM_SERVICE.assignPrimary(user, firm, "ACCOUNTANT");
    }

    @Test
    void validTokenOpensTheWayToTheService() {
        as(user).get().uri("/api/v1/owners").exchange().expectStatus().isOk();

        assertThat(SERVICE.received("/api/v1/owners")).hasSize(1);
    }

    @Test
    void callWithoutTokenIsRefused() {
        var answer = http.client().get().uri("/api/v1/owners").exchange();

        answer.expectHeader().valueEquals("WWW-Authenticate", "Bearer");
        isProblem(answer, 401, "AUTH_REQUIRED");
        assertThat(SERVICE.received()).isEmpty();
    }

    @Test
    void expiredTokenIsRefused() {
        Instant past = Instant.now().minus(Duration.ofMinutes(5));

        refused(FIRM_SERVICE.key().sign(claims().expirationTime(Date.from(past)).build()));
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        refused(SigningKey.inMemory().sign(claims().build()));
    }

    @Test
    void tokenOfAnotherEnvironmentIsRefused() {
        refused(FIRM_SERVICE
                .key()
                .sign(FirmServiceStandIn.claims(user, "production").build()));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        refused(FIRM_SERVICE
                .key()
                .sign(claims().audience(new Issuers("test").contextAudience()).build()));
    }

    @Test
    void contextTokenIsNoAccessToken() {
        refused(TestCallers.authorization(TestCallers.admin(firm)).substring("Bearer ".length()));
    }

    @Test
    void unsignedTokenIsRefused() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void publicKeyIsNoSecretToSignWith() throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(FIRM_SERVICE.key().publicKeys().toString().getBytes(StandardCharsets.UTF_8)));

        refused(token.serialize());
    }

    @Test
    void algorithmIsOursWhateverTheTokenSays() throws JOSEException {
        refused(signed(header(JWSAlgorithm.RS256), new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        refused(signed(header(JWSAlgorithm.ES384), new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate())));
        refused(signed(header(JWSAlgorithm.ES256), new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
    }

    @Test
    void keyThatTheTokenBringsAlongOrPointsToIsNotUsed() throws JOSEException {
        var own = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        var signer = new ECDSASigner(own);
        SERVICE.answer(StandIn.Answer.ok(new JWKSet(own.toPublicJWK()).toString()));
        var address = URI.create(SERVICE.address() + "/keys");

        refused(signed(header(JWSAlgorithm.ES256).jwk(own.toPublicJWK()), signer));
        refused(signed(header(JWSAlgorithm.ES256).keyID("own").jwkURL(address), signer));
        refused(signed(header(JWSAlgorithm.ES256).keyID("own").x509CertURL(address), signer));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refused("no-token");
        refused("");
        isProblem(http.withAuthorization("Basic dXNlcjpzZWNyZXQ=").get("/api/v1/owners"), 401, "AUTH_INVALID");
    }

    @Test
    void tokenThatNamesNoUserIsRefused() {
        refused(FIRM_SERVICE.key().sign(claims().subject("somebody").build()));
    }

    @Test
    void tokenThatNamesNoSessionIsRefused() {
        refused(FIRM_SERVICE.key().sign(claims().claim("sid", null).build()));
    }

    @Test
    void tokenOfAFirmServiceWhoseClockDiffersByTwoMinutesIsAccepted() {
        for (Duration ahead : new Duration[] {Duration.ofMinutes(2), Duration.ofMinutes(-2), Duration.ofMinutes(-16)}) {
            http.withAuthorization("Bearer " + issued(ahead))
                    .get("/api/v1/owners")
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void tokenOfAFirmServiceWhoseClockDiffersByMoreIsRefused() {
        refused(issued(Duration.ofSeconds(130)));
        refused(issued(Duration.ofMinutes(-17).minusSeconds(10)));
    }

    /** Valid for a quarter of an hour by the clock that signed it. */
    private String issued(Duration ahead) {
        Instant now = Instant.now().plus(ahead);
        return FIRM_SERVICE
                .key()
                .sign(claims().issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))))
                        .build());
    }

    @Test
    void signingInNeedsNoTokenAndSendsNone() {
        FIRM_SERVICE.answer(StandIn.Answer.ok("{\"accessToken\": \"token\"}"));

        http.withAuthorization("Bearer expired")
                .post("/api/v1/auth/refresh", "{}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accessToken")
                .isEqualTo("token");

        assertThat(FIRM_SERVICE.received("/api/v1/auth/refresh"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.headers().contains("Authorization")).isFalse())
                .satisfies(request -> assertThat(client(request))
                        .containsEntry("iss", "rems:test:gateway")
                        .containsEntry("address", "127.0.0.1")
                        .doesNotContainKey("sid"));
    }

    @Test
    void whereACallComesFromIsToldAmongOwnMattersOnly() {
        UUID session = UUID.randomUUID();
        var client = http.withAuthorization("Bearer " + FIRM_SERVICE.signIn(user, session));

        client.get("/api/v1/me/sessions").expectStatus().isOk();
        client.client()
                .get()
                .uri("/api/v1/owners")
                .header(ClientTokens.HEADER, "made up")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(client(FIRM_SERVICE.received("/api/v1/me/sessions").getFirst()))
                .containsEntry("sid", session.toString());
        assertThat(SERVICE.received("/api/v1/owners").getFirst().headers().contains(ClientTokens.HEADER))
                .isFalse();
    }

    private static Map<String, Object> client(StandIn.Received request) {
        try {
            return SignedJWT.parse(request.headers().get(ClientTokens.HEADER))
                    .getJWTClaimsSet()
                    .getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .keyID(FIRM_SERVICE.key().publicKeys().getKeys().getFirst().getKeyID());
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header.build(), claims().build());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return FirmServiceStandIn.claims(user, "test");
    }

    private void refused(String token) {
        isProblem(http.withAuthorization("Bearer " + token).get("/api/v1/owners"), 401, "AUTH_INVALID");
        assertThat(SERVICE.received()).isEmpty();
    }
}
