package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rems.local.App;
import io.rems.platform.access.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in: at the gateway with a sound access token only, at a service with none that a user ever holds. */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class AdmissionTest {

    private List<Operation> operations;
    private SampleFirm firm;

    @BeforeAll
    void aFirm(Suite suite) {
        operations = suite.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/") && !operation.isPublic())
                .toList();
        firm = SampleFirm.empty(suite, "Admission");
    }

    @Test
    void withoutASoundTokenNoRouteAnswers(Suite suite, @TempDir Path folder) throws Exception {
        var unsound = unsoundTokens(suite, folder);
        var softly = new SoftAssertions();

        for (var operation : operations) {
            if (!operation.isOffered()) {
                continue;
            }
            var call = Call.of(operation.method(), suite.gateway() + anyPath(operation));
            var nobody = call.send();
            softly.assertThat(nobody.status()).as("%s without token", operation).isEqualTo(401);
            softly.assertThat(nobody.code()).as("%s without token", operation).isEqualTo("AUTH_REQUIRED");
            unsound.forEach((flaw, token) -> {
                var answer = call.with("Authorization", "Bearer " + token).send();
                softly.assertThat(answer.status()).as("%s, %s", operation, flaw).isEqualTo(401);
                softly.assertThat(answer.code()).as("%s, %s", operation, flaw).isEqualTo("AUTH_INVALID");
            });
        }

        softly.assertAll();
    }

    @Test
    void pastTheGatewayNoServiceAnswers(Suite suite, @TempDir Path folder) throws Exception {
        var tokens = new LinkedHashMap<>(unsoundTokens(suite, folder));
        tokens.put("access token", firm.administrator().token());
        tokens.put("context token of another environment", contextTokenOf("rems:production", suite.keyOf(App.GATEWAY)));
        tokens.put("forged context token", contextTokenOf("rems:local", SigningKey.inMemory()));
        tokens.put(
                "context token of an application that nobody trusts",
                contextTokenOf("rems:local", suite.keyOf(App.FIRM)));
        var softly = new SoftAssertions();

        for (var operation : operations) {
            var call = Call.of(operation.method(), operation.service() + anyPath(operation));
            var claimed = call.with("X-Firm-Id", firm.id().toString())
                    .with("X-User-Id", firm.id("users").toString())
                    .with("X-Role", "ADMIN")
                    .with("X-Platform-Administrator", "true")
                    .send();
            softly.assertThat(claimed.status())
                    .as("%s with plain headers", operation)
                    .isEqualTo(401);
            tokens.forEach((kind, token) -> {
                var answer = call.with("Authorization", "Bearer " + token).send();
                softly.assertThat(answer.status())
                        .as("%s with %s", operation, kind)
                        .isEqualTo(401);
            });
        }

        softly.assertAll();
    }

    @Test
    void aFirmThatTheUserDoesNotWorkInIsRefused(Suite suite) {
        var stranger =
                firm.administrator().in(SampleFirm.empty(suite, "Elsewhere").id());
        var nowhere = firm.administrator().in(UUID.randomUUID());
        var softly = new SoftAssertions();

        for (var operation : operations) {
            if (!operation.isOffered() || operation.isForOperator()) {
                continue;
            }
            for (var person : List.of(stranger, nowhere)) {
                var answer = person.call(operation.method(), anyPath(operation)).send();
                softly.assertThat(answer.status()).as("%s", operation).isEqualTo(403);
                softly.assertThat(answer.code()).as("%s", operation).isEqualTo("FIRM_ACCESS_DENIED");
            }
        }

        softly.assertAll();
    }

    @Test
    void internalRoutesCannotBeReachedThroughTheGateway() {
        var access = "/api/v1/%s/" + firm.id("users") + "/access";
        var spellings = List.of(
                "internal/users",
                "%69nternal/users",
                "INTERNAL/users",
                "internal;a=b/users",
                "./internal/users",
                "/internal/users",
                "users/../internal/users",
                "users/%2e%2e/internal/users",
                "users/..%2finternal/users",
                "auth/../internal/users");
        var softly = new SoftAssertions();

        for (var spelling : spellings) {
            var answer = firm.administrator().get(access.formatted(spelling));
            softly.assertThat(answer.status())
                    .as("%s: %s", spelling, answer.text())
                    .isIn(400, 404);
        }
        for (var operation : operations) {
            if (operation.isInternal()) {
                var answer = firm.administrator()
                        .call(operation.method(), anyPath(operation))
                        .send();
                softly.assertThat(answer.status()).as("%s", operation).isEqualTo(404);
            }
        }

        softly.assertAll();
        assertThat(operations).anyMatch(Operation::isInternal);
    }

    @Test
    void whatAnApplicationTellsOperatorsIsNotOfferedToTheWorld() {
        for (var path : List.of(
                "/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/firm/actuator/health", "/v3/api-docs")) {
            assertThat(firm.administrator().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anAssignmentThatEndsTakesEffectWithinSeconds(Suite suite) {
        var email = "leaver-" + UUID.randomUUID() + "@e2e.example";
        var user = suite.operator()
                .create(
                        "/api/v1/platform/users",
                        Map.of("email", email, "name", "Leaver", "password", Person.PASSWORD));
        var administrator = firm.administrator();
        var assignment = suite.operator()
                .post(
                        "/api/v1/platform/firms/" + firm.id() + "/assignments",
                        Map.of("userId", user, "role", "ACCOUNTANT"))
                .expect(201);
        var leaver = Person.signIn(suite.gateway(), email).in(firm.id());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> leaver.get("/api/v1/owners").status() == 200);

        administrator
                .call("DELETE", "/api/v1/assignments/" + assignment.id())
                .with("If-Match", assignment.etag())
                .send()
                .expect(204);

        var refused = await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(5))
                .until(() -> leaver.get("/api/v1/owners"), answer -> answer.status() != 200);
        assertThat(refused.code()).isEqualTo("FIRM_ACCESS_DENIED");
    }

    @Test
    void whatTheOperatorChangesInAFirmStandsInItsLogUnderTheAccessThatLetHimIn(Suite suite) {
        var accesses = "/api/v1/platform/firms/" + firm.id() + "/support-accesses";
        var inFirm = suite.operator().in(firm.id());
        var owner = Map.of("name", "Mended", "type", "INDIVIDUAL");
        assertThat(inFirm.post("/api/v1/owners", owner).code()).isEqualTo("FIRM_ACCESS_DENIED");

        var access = suite.operator()
                .create(accesses, Map.of("reason", "The import went wrong", "hours", 1, "readOnly", false));
        var mended = await().atMost(Duration.ofSeconds(10))
                .until(() -> inFirm.post("/api/v1/owners", owner), answer -> answer.status() == 201)
                .id();
        var own = firm.administrator().create("/api/v1/owners", owner);

        var log = "/api/v1/audit-log?type=rems.ownership.OwnerRegistered.v1";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> firm.administrator().list(log + "&entity=" + own).size() == 1);
        var under = await().atMost(Duration.ofSeconds(30))
                .until(() -> firm.administrator().list(log + "&supportAccess=" + access), found -> !found.isEmpty());
        assertThat(under).hasSize(1);
        assertThat(under.getFirst().path("entity").asString()).isEqualTo(mended);
        assertThat(under.getFirst().path("supportAccessId").asString()).isEqualTo(access.toString());
        assertThat(firm.administrator()
                        .get("/api/v1/support-accesses")
                        .expect(200)
                        .text())
                .contains("The import went wrong");

        suite.operator().post(accesses + "/" + access + "/end", Map.of()).expect(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> inFirm.post("/api/v1/owners", owner).code().equals("FIRM_ACCESS_DENIED"));
    }

    /** Tokens that look right and are not, by what is wrong with them. */
    private Map<String, String> unsoundTokens(Suite suite, Path folder)
            throws ParseException, JOSEException, IOException {
        var sound = SignedJWT.parse(firm.administrator().token());
        var claims = sound.getJWTClaimsSet();
        var key = suite.keyOf(App.FIRM);
        var production = new JWTClaimsSet.Builder(claims)
                .issuer("rems:production:firm")
                .audience("rems:production:access")
                .build();
        var expired = new JWTClaimsSet.Builder(claims)
                .issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
                .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .build();
        var mine =
                new JWTClaimsSet.Builder(claims).audience("rems:local:context").build();
        var imposter = Files.writeString(
                folder.resolve("imposter.json"),
                new ECKeyGenerator(Curve.P_256)
                        .keyID(sound.getHeader().getKeyID())
                        .generate()
                        .toJSONString());
        return Map.of(
                "expired",
                key.sign(expired),
                "another environment's",
                key.sign(production),
                "for another audience",
                key.sign(mine),
                "signed with a key of one's own",
                SigningKey.inMemory().sign(claims),
                "signed with a key of one's own under the true key's name",
                SigningKey.readFrom(imposter).sign(claims),
                "not signed",
                new PlainJWT(claims).serialize(),
                "not a token",
                "abc.def.ghi");
    }

    private String contextTokenOf(String environment, SigningKey key) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(environment + ":gateway")
                .audience(environment + ":context")
                .subject(firm.id("users").toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(2))))
                .claim("firm", firm.id().toString())
                .claim("user", firm.id("users").toString())
                .claim("role", "ADMIN")
                .claim("level", "FULL")
                .claim("platform", true)
                .build());
    }

    private static String anyPath(Operation operation) {
        return operation.pathFor(_ -> UUID.randomUUID());
    }
}
