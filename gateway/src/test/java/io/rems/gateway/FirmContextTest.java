package io.rems.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.TestCallers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class FirmContextTest extends GatewayTest {
    @Test
    void serviceSeesWhoCallsForWhichFirm() throws Exception {
        FIRM_SERVICE.assign(user, firm, "ACCOUNTANT");

        get("/api/v1/owners", user, firm).expectStatus().isOk();

        assertThat(contextToken().getClaims())
                .containsEntry("iss", "rems:test:gateway")
                .containsEntry("sub", user.toString())
                .containsEntry("firm", firm.toString())
                .containsEntry("role", "ACCOUNTANT")
                .containsEntry("level", "STANDARD")
                .containsEntry("platform", false);
        assertThat(contextToken().getAudience()).containsExactly("rems:test:context");
    }

    @Test
    void withoutTheHeaderThePrimaryFirmIsMeant() throws Exception {
        FIRM_SERVICE.assign(user, TestCallers.newFirm(), "ADMIN");
        FIRM_SERVICE.assignPrimary(user, firm, "MANAGER");

        as(user).get().uri("/api/v1/owners").exchange().expectStatus().isOk();

        assertThat(contextToken().getClaim("firm")).isEqualTo(firm.toString());
    }

    @Test
    void firmWithoutAssignmentIsClosed() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");

        isProblem(get("/api/v1/owners", user, TestCallers.newFirm()), 403, "FIRM_ACCESS_DENIED");

        assertThat(SERVICE.received()).isEmpty();
    }

    @Test
    void malformedFirmIsRefused() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");

        for (String malformed : new String[] {"1-1-1-1-1", "", firm + ",", FirmId.PLATFORM.toString()}) {
            var answer = as(user).get()
                    .uri("/api/v1/owners")
                    .header("X-Firm-Id", malformed)
                    .exchange();
            isProblem(answer, 400, "MALFORMED_REQUEST");
        }
        var two = as(user).get()
                .uri("/api/v1/owners")
                .header("X-Firm-Id", firm.toString(), TestCallers.newFirm().toString())
                .exchange();
        isProblem(two, 400, "MALFORMED_REQUEST");
    }

    @Test
    void headersThatClaimAnIdentityEndAtTheGateway() {
        FIRM_SERVICE.assign(user, firm, "VIEWER");
        var other = TestCallers.newFirm().toString();

        as(user).get()
                .uri("/api/v1/owners")
                .header("X-Firm-Id", firm.toString())
                .header("X-Firm-Context", other)
                .header("x-firm-role", "ADMIN")
                .header("X-User-Id", other)
                .header("X-User-Role", "ADMIN")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Original-URL", "/api/v1/internal/users")
                .header("Proxy-Authorization", "Bearer x")
                .header("Cookie", "session=1")
                .header("Idempotency-Key", "once")
                .header("If-None-Match", "\"3\"")
                .exchange()
                .expectStatus()
                .isOk();

        var headers = received().headers();
        assertThat(headers.names())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsOnly(
                        "accept",
                        "accept-encoding",
                        "user-agent",
                        "authorization",
                        "idempotency-key",
                        "if-none-match",
                        "traceparent",
                        "host");
        assertThat(headers.getAll("Authorization")).hasSize(1);
        assertThat(headers.get("Host")).doesNotContain("evil");
    }

    @Test
    void userWithoutFirmStillSeesHisOwnMatters() throws Exception {
        as(user).get().uri("/api/v1/me").exchange().expectStatus().isOk();

        var claims = claims(FIRM_SERVICE.received("/api/v1/me").getFirst());
        assertThat(claims.getClaim("firm")).isEqualTo(FirmId.PLATFORM.toString());
        assertThat(claims.getClaim("role")).isNull();
        isProblem(as(user).get().uri("/api/v1/owners").exchange(), 403, "FIRM_ACCESS_DENIED");
        isProblem(get("/api/v1/me", user, firm), 403, "FIRM_ACCESS_DENIED");
    }

    @Test
    void platformAdministratorActsAboveAllFirms() throws Exception {
        FIRM_SERVICE.administersPlatform(user);

        get("/api/v1/platform/firms", user, firm).expectStatus().isOk();

        var claims = claims(FIRM_SERVICE.received("/api/v1/platform/firms").getFirst());
        assertThat(claims.getClaim("platform")).isEqualTo(true);
        assertThat(claims.getClaim("firm")).isEqualTo(FirmId.PLATFORM.toString());
        isProblem(get("/api/v1/owners", user, firm), 403, "FIRM_ACCESS_DENIED");
    }

    @Test
    void serviceSeesWhichSupportAccessLetAPlatformAdministratorIn() throws Exception {
        var access = Identifiers.next();
        FIRM_SERVICE.supports(user, firm, access);

        get("/api/v1/owners", user, firm).expectStatus().isOk();

        assertThat(contextToken().getClaim("support")).isEqualTo(access.toString());
        assertThat(contextToken().getSubject()).isEqualTo(user.toString());
    }

    @Test
    void whoWorksInTheFirmIsNotMarkedAsSupport() throws Exception {
        FIRM_SERVICE.assign(user, firm, "ADMIN");

        get("/api/v1/owners", user, firm).expectStatus().isOk();

        assertThat(contextToken().getClaim("support")).isNull();
    }

    @Test
    void firmAdministratorIsNoPlatformAdministrator() {
        FIRM_SERVICE.assignPrimary(user, firm, "ADMIN");

        isProblem(get("/api/v1/platform/firms", user, firm), 403, "PERMISSION_DENIED");
        isProblem(get("/api/v1/platform/statistics", user, firm), 403, "PERMISSION_DENIED");
    }

    @Test
    void contextTokenIsSignedOnceAndRenewedInTime() {
        FIRM_SERVICE.assign(user, firm, "ADMIN");

        get("/api/v1/owners", user, firm).expectStatus().isOk();
        get("/api/v1/owners", user, firm).expectStatus().isOk();
        clock.putForward(Duration.ofSeconds(95));
        get("/api/v1/owners", user, firm).expectStatus().isOk();

        assertThat(SERVICE.received())
                .extracting(request -> request.headers().get("Authorization"))
                .satisfies(tokens -> {
                    assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
                    assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
                });
    }

    private StandIn.Received received() {
        return SERVICE.received("/api/v1/owners").getLast();
    }

    private JWTClaimsSet contextToken() throws ParseException, JOSEException {
        return claims(received());
    }

    private JWTClaimsSet claims(StandIn.Received request) throws ParseException, JOSEException {
        var token =
                SignedJWT.parse(request.headers().get(HttpHeaders.AUTHORIZATION).substring("Bearer ".length()));
        assertThat(token.verify(
                        new ECDSAVerifier(gatewayKeys().getKeys().getFirst().toECKey())))
                .isTrue();
        return token.getJWTClaimsSet();
    }

    private JWKSet gatewayKeys() throws ParseException {
        var keys = http.client()
                .get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JWKSet.parse(keys);
    }
}
