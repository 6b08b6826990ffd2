package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.rems.local.App;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.Role;
import io.rems.platform.access.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The keys that users depend on are exchanged while all runs and people work. */
@EndToEnd
class KeyRotationTest {
    private static final List<App> SIGNERS = List.of(App.FIRM, App.GATEWAY);
    private static final Duration READ = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN = Duration.ofMinutes(3);

    /** Somebody's tokens of one sign-in, or of a refresh. */
    private record Session(Person person, String refreshToken) {
        static Session of(Answer answer, SampleFirm firm) {
            var tokens = answer.expect(200).json();
            var administrator = firm.administrator();
            return new Session(
                    new Person(
                            administrator.gateway(),
                            administrator.email(),
                            tokens.path("accessToken").asString(),
                            firm.id()),
                    tokens.path("refreshToken").asString());
        }

        Answer owners() {
            return person.get("/api/v1/owners");
        }

        String key() {
            try {
                return SignedJWT.parse(person.token()).getHeader().getKeyID();
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whoIsSignedInStaysSoWhileKeysChangeAndWhatAnOldKeySignedEndsWithIt(Suite suite) {
        var firm = SampleFirm.empty(suite, "Rotation");
        var early = signIn(firm);
        var gatewaysFirst = suite.keyOf(App.GATEWAY);

        SIGNERS.forEach(app -> suite.keys(app).announce());
        SIGNERS.forEach(app -> await().atMost(READ).until(() -> published(suite, app) == 2));
        early.owners().expect(200);
        SIGNERS.forEach(app -> suite.keys(app).exchange());
        SIGNERS.forEach(app -> await().atMost(READ).until(() -> saysThatItSignsWithTheNew(suite, app)));

        var late = signIn(firm);
        var refreshed = refresh(early, firm);
        assertThat(List.of(late.key(), refreshed.key()))
                .doesNotContain(early.key())
                .containsOnly(suite.keyOf(App.FIRM).id());
        SIGNERS.forEach(app -> assertThat(published(suite, app)).isEqualTo(2));
        List.of(early, late, refreshed).forEach(session -> session.owners().expect(200));
        assertThat(statusPastTheGateway(suite, gatewaysFirst, firm)).isEqualTo(200);

        var removed = SIGNERS.stream().map(app -> suite.keys(app).remove()).toList();
        await().atMost(FORGOTTEN)
                .until(() -> early.owners().status() == 401 && statusPastTheGateway(suite, gatewaysFirst, firm) == 401);
        assertThat(early.owners().code()).isEqualTo("AUTH_INVALID");
        List.of(late, refreshed).forEach(session -> session.owners().expect(200));
        refresh(refreshed, firm).owners().expect(200);

        // Whoever else is signed in on this suite is so by the first key.
        SIGNERS.forEach(app -> suite.keys(app).putBack(removed.get(SIGNERS.indexOf(app))));
        await().atMost(READ)
                .until(() -> suite.operator().get("/api/v1/platform/firms").status() == 200);
        late.owners().expect(200);
    }

    private static Session signIn(SampleFirm firm) {
        var administrator = firm.administrator();
        return Session.of(
                Call.of("POST", administrator.gateway() + "/api/v1/auth/login")
                        .with(Map.of("email", administrator.email(), "password", Person.PASSWORD))
                        .send(),
                firm);
    }

    private static Session refresh(Session session, SampleFirm firm) {
        return Session.of(
                Call.of("POST", session.person().gateway() + "/api/v1/auth/refresh")
                        .with(Map.of("refreshToken", session.refreshToken()))
                        .send(),
                firm);
    }

    private static int published(Suite suite, App app) {
        return Call.of("GET", suite.stack().address(app) + "/.well-known/jwks.json")
                .send()
                .expect(200)
                .json()
                .path("keys")
                .size();
    }

    private static boolean saysThatItSignsWithTheNew(Suite suite, App app) {
        try {
            return Files.readString(suite.stack().log(app))
                    .contains("Signs with key " + suite.keyOf(app).id() + " from now on");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service says to a context token of the firm's administrator that the key has signed. */
    private static int statusPastTheGateway(Suite suite, SigningKey key, SampleFirm firm) {
        var tokens = new ContextTokens(key, new Issuers("local"), "gateway", Duration.ofMinutes(2), Clock.systemUTC());
        var user = firm.id("users");
        var token = tokens.sign(new Caller(
                Actor.user(user), user, new FirmId(firm.id()), Role.ADMIN, AccessLevel.FULL, false, null, null));
        return Call.of("GET", suite.stack().address(App.OWNERSHIP) + "/api/v1/owners")
                .with("Authorization", "Bearer " + token)
                .send()
                .status();
    }
}
