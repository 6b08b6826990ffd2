package io.rems.firm.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class SignInTest {
    private static final String WRONG = "not the password";

    record Pair(String accessToken, String refreshToken, long expiresIn) {}

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private String email;
    private UUID user;

    @BeforeEach
    void someUser() {
        api = new FirmApi(http);
        email = Identifiers.next() + "@users.example";
        user = api.newUser(email);
    }

    @Test
    void signInGivesAnAccessTokenThatNamesUserAndSessionOnly() throws Exception {
        var pair = signedIn();

        var token = SignedJWT.parse(pair.accessToken());
        var claims = token.getJWTClaimsSet();
        assertThat(token.verify(new ECDSAVerifier(
                        publicKeys().getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(claims.getSubject()).isEqualTo(user.toString());
        assertThat(claims.getIssuer()).isEqualTo("rems:test:firm");
        assertThat(claims.getAudience()).containsExactly("rems:test:access");
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(15)));
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "sub", "sid", "jti", "iat", "exp");
        assertThat(pair.expiresIn()).isEqualTo(900);
    }

    @Test
    void caseOfTheEmailMakesNoDifference() {
        login(email.toUpperCase(Locale.ROOT), FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void answerDoesNotTellWhetherTheEmailExists() {
        var known = problem(login(email, WRONG));
        var unknown = problem(login(Identifiers.next() + "@users.example", WRONG));

        known.remove("traceId");
        unknown.remove("traceId");
        assertThat(known)
                .isEqualTo(unknown)
                .containsEntry("code", "AUTH_INVALID")
                .containsEntry("status", 401);
    }

    @Test
    void answerToSignInIsNotCached() {
        login(email, FirmApi.PASSWORD).expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Test
    void fifthFailureLocksEvenTheRightPasswordOut() throws Exception {
        IntStream.range(0, 5).forEach(_ -> login(email, WRONG).expectStatus().isUnauthorized());

        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();

        var locked = events.await("rems.firm.UserLockedOut.v1", user);
        assertThat(locked.actor().isService()).isTrue();
        letLockExpire();
        login(email, FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void fourFailuresAreForgivenBySuccess() {
        IntStream.range(0, 4).forEach(_ -> login(email, WRONG));
        login(email, FirmApi.PASSWORD).expectStatus().isOk();
        IntStream.range(0, 4).forEach(_ -> login(email, WRONG));

        login(email, FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void strictestFirmOfTheUserDecidesHowManyAttemptsHeHas() {
        var strict = api.newFirm();
        api.assign(api.newFirm(), user, "STAFF");
        api.assign(strict, user, "STAFF");
        api.adminOf(strict)
                .send(HttpMethod.PUT, "/api/v1/settings/security.maxLoginAttempts", Map.of("value", "3"), Map.of())
                .expectStatus()
                .isOk();

        IntStream.range(0, 3).forEach(_ -> login(email, WRONG));

        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void userWithoutPasswordDoesNotSignIn() {
        var invited = Identifiers.next() + "@users.example";
        api.operator()
                .post("/api/v1/platform/users", Map.of("email", invited, "name", "Invited"))
                .expectStatus()
                .isCreated();

        login(invited, "nobody has this password").expectStatus().isUnauthorized();
    }

    @Test
    void disabledUserDoesNotSignIn() throws Exception {
        change("UPDATE portal_user SET status = 'DISABLED' WHERE email_key = '" + email + "'");

        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void refreshTokenIsGoodForOnePair() {
        var first = signedIn();

        var second = renewed(first);
        var third = renewed(second);

        assertThat(third.refreshToken()).isNotIn(first.refreshToken(), second.refreshToken());
        assertThat(third.accessToken()).isNotEqualTo(second.accessToken());
    }

    @Test
    void reuseOfASpentTokenRevokesTheWholeFamily() {
        var first = signedIn();
        var second = renewed(first);
        var other = signedIn();

        refresh(first).expectStatus().isUnauthorized();

        refresh(second).expectStatus().isUnauthorized();
        renewed(other);
        events.await(
                event -> event.type().equals("rems.firm.SessionEnded.v1")
                        && event.data().path("userId").stringValue("").equals(user.toString())
                        && event.data().path("reason").stringValue("").equals("TOKEN_REUSED"),
                "the end of the session");
    }

    @Test
    void disabledUserRenewsNothing() throws Exception {
        var pair = signedIn();
        change("UPDATE portal_user SET status = 'DISABLED' WHERE email_key = '" + email + "'");

        refresh(pair).expectStatus().isUnauthorized();
    }

    @Test
    void inventedTokenIsRefused() {
        var problem = problem(refresh(new Pair("", "invented", 0)));

        assertThat(problem).containsEntry("code", "AUTH_INVALID");
    }

    @Test
    void emptyFieldsAreExplained() {
        login("", "").expectStatus().isEqualTo(422);
    }

    private ResponseSpec login(String name, String password) {
        return post("/api/v1/auth/login", Map.of("email", name, "password", password));
    }

    private ResponseSpec refresh(Pair pair) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", pair.refreshToken()));
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return http.client().post().uri(path).bodyValue(body).exchange();
    }

    private Pair signedIn() {
        return pair(login(email, FirmApi.PASSWORD));
    }

    private Pair renewed(Pair pair) {
        return pair(refresh(pair));
    }

    private static Pair pair(ResponseSpec answer) {
        answer.expectStatus().isOk();
        return Objects.requireNonNull(
                answer.expectBody(Pair.class).returnResult().getResponseBody());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(Map.class).returnResult().getResponseBody());
    }

    private JWKSet publicKeys() throws Exception {
        var keys = http.client()
                .get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JWKSet.parse(Objects.requireNonNull(keys));
    }

    private void letLockExpire() throws SQLException {
        change("UPDATE sign_in_attempt SET locked_until = now() WHERE email_key = '" + email + "'");
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
