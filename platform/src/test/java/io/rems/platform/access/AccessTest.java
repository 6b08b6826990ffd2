package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@RemsTest
class AccessTest {
    private static final String WHO = "/who";

    @Autowired
    private RemsHttp http;

    @Autowired
    private KeyRing ownKey;

    private final FirmId firm = TestCallers.newFirm();

    @Test
    void aCallerIsReadFromHisToken() {
        Caller owner = TestCallers.owner(firm, UUID.randomUUID());

        http.as(owner).get(WHO).expectStatus().isOk().expectBody(Caller.class).isEqualTo(owner);
    }

    @Test
    void whoWasLetInForSupportIsKnownAsSuch() {
        Caller admin = TestCallers.admin(firm);
        Caller supporter = new Caller(
                admin.actor().under(UUID.randomUUID()),
                admin.userId(),
                firm,
                Role.ADMIN,
                AccessLevel.FULL,
                true,
                null,
                null);

        http.as(supporter)
                .get(WHO)
                .expectStatus()
                .isOk()
                .expectBody(Caller.class)
                .isEqualTo(supporter);
    }

    @Test
    void nobodyEntersWithoutATokenOfATrustedIssuer() {
        Caller admin = TestCallers.admin(firm);

        http.client()
                .get()
                .uri(WHO)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("AUTH_REQUIRED");
        for (String bad : new String[] {
            TestCallers.forgedAuthorization(admin),
            TestCallers.expiredAuthorization(admin),
            TestCallers.foreignAuthorization(admin),
            "Bearer nonsense",
            "Bearer "
                    + new ContextTokens(
                                    ownKey, new Issuers("test"), "stranger", Duration.ofMinutes(1), Clock.systemUTC())
                            .sign(admin)
        }) {
            http.withAuthorization(bad)
                    .get(WHO)
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("AUTH_INVALID");
        }
    }

    @Test
    void whereACallComesFromIsBelievedFromTheGatewayOnly() {
        var session = UUID.randomUUID();
        var stranger = new ClientTokens(
                SigningKey.inMemory(), new Issuers("test"), "gateway", Duration.ofMinutes(1), Clock.systemUTC());

        fromWhere(TestCallers.client("192.0.2.7", session)).isEqualTo(new Client("192.0.2.7", session, "test"));
        fromWhere(stranger.sign("192.0.2.7", session)).isEqualTo(new Client(null, null, "test"));
        fromWhere("192.0.2.7").isEqualTo(new Client(null, null, "test"));
        fromWhere(TestCallers.authorization(TestCallers.admin(firm)).substring("Bearer ".length()))
                .isEqualTo(new Client(null, null, "test"));
    }

    private WebTestClient.BodySpec<Client, ?> fromWhere(String token) {
        return http.client()
                .get()
                .uri("/from-where")
                .header(ClientTokens.HEADER, token)
                .header(HttpHeaders.USER_AGENT, "test")
                .exchange()
                .expectBody(Client.class);
    }

    @Test
    void plainHeadersSayNothing() {
        http.client()
                .get()
                .uri(WHO)
                .headers(headers ->
                        headers.setAll(Map.of("X-Firm-Id", firm.toString(), "X-User-Id", "1", "X-Role", "ADMIN")))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aPermissionIsNeededAndTheLevelNarrowsIt() {
        http.as(TestCallers.viewer(firm))
                .get("/settings-only")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PERMISSION_DENIED");
        http.as(TestCallers.as(firm, Role.ADMIN, AccessLevel.STANDARD))
                .get("/settings-only")
                .expectStatus()
                .isForbidden();
        http.as(TestCallers.admin(firm)).get("/settings-only").expectStatus().isOk();
    }

    @Test
    void platformAdministratorsAndServicesHaveTheirOwnEndpoints() {
        http.as(TestCallers.admin(firm)).get("/operators").expectStatus().isForbidden();
        http.as(TestCallers.platformAdministrator())
                .get("/operators")
                .expectStatus()
                .isOk();
        http.as(TestCallers.admin(firm)).get("/for-gateway").expectStatus().isForbidden();
        http.as(Caller.service("gateway", firm))
                .get("/for-gateway")
                .expectStatus()
                .isOk();
        http.as(Caller.service("tenant", firm))
                .get("/for-gateway")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anUnknownPathIsNotToldToStrangers() {
        http.client().get().uri("/nowhere").exchange().expectStatus().isUnauthorized();
        http.as(TestCallers.admin(firm)).get("/nowhere").expectStatus().isNotFound();
    }

    @Test
    void publicKeysAreServedWithoutTheirPrivateHalf() {
        http.client()
                .get()
                .uri("/.well-known/jwks.json")
                .header(HttpHeaders.ACCEPT, "application/json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.keys[0].kty")
                .isEqualTo("EC")
                .jsonPath("$.keys[0].d")
                .doesNotExist();
    }

    @Test
    void restrictedCallersOnlyRead() {
        assertThat(Arrays.stream(Role.values())
                        .flatMap(role -> Permission.of(role, AccessLevel.RESTRICTED).stream())
                        .map(Permission::kind))
                .containsOnly(Permission.Kind.READ);
    }
}
