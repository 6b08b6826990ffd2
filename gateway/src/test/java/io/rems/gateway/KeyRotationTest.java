package io.rems.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.rems.platform.access.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest extends GatewayTest {
    private final SigningKey before = FIRM_SERVICE.key();
    private final SigningKey after = SigningKey.inMemory();

    @BeforeEach
    void signedInWithTheKeyFromBefore() {
        FIRM_SERVICE.assignPrimary(user, firm, "ACCOUNTANT");
        accepted(FIRM_SERVICE.signIn(user));
    }

    @AfterEach
    void asBefore() {
        FIRM_SERVICE.signWith(before, before);
        clock.putForward(Duration.ofMinutes(4));
        accepted(FIRM_SERVICE.signIn(user));
    }

    @Test
    void changeOfKeysSignsNobodyOutUntilTheOldOneIsTakenBack() {
        String old = FIRM_SERVICE.signIn(user);

        FIRM_SERVICE.signWith(before, before, after);
        accepted(old);
        FIRM_SERVICE.signWith(after, after, before);
        clock.putForward(Duration.ofSeconds(1));
        String young = FIRM_SERVICE.signIn(user);
        accepted(young);
        accepted(old);
        FIRM_SERVICE.signWith(after, after);
        clock.putForward(Duration.ofMinutes(3));

        refused(old);
        accepted(young);
    }

    @Test
    void inventedKeysDoNotKeepANewOneUnknown() {
        for (int forged = 0; forged < 50; forged++) {
            refused(SigningKey.inMemory()
                    .sign(FirmServiceStandIn.claims(user, "test").build()));
        }
        FIRM_SERVICE.signWith(after, after);
        refused(SigningKey.inMemory()
                .sign(FirmServiceStandIn.claims(user, "test").build()));
        clock.putForward(Duration.ofSeconds(1));

        accepted(FIRM_SERVICE.signIn(user));
    }

    @Test
    void whatATokenCallsCriticalMustBeUnderstood(@TempDir Path folder) throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("critical").generate();
        var file = Files.writeString(folder.resolve("key.json"), key.toJSONString());
        FIRM_SERVICE.signWith(SigningKey.readFrom(file), before, SigningKey.readFrom(file));
        clock.putForward(Duration.ofSeconds(1));
        accepted(FIRM_SERVICE.signIn(user));

        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("critical")
                        .criticalParams(Set.of("urn:example:rule"))
                        .customParam("urn:example:rule", true)
                        .build(),
                FirmServiceStandIn.claims(user, "test").build());
        token.sign(new ECDSASigner(key));

        refused(token.serialize());
    }

    private void accepted(String token) {
        http.withAuthorization("Bearer " + token)
                .get("/api/v1/owners")
                .expectStatus()
                .isOk();
    }

    private void refused(String token) {
        isProblem(http.withAuthorization("Bearer " + token).get("/api/v1/owners"), 401, "AUTH_INVALID");
    }
}
