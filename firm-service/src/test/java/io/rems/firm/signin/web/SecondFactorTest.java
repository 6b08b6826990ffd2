package io.rems.firm.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.security.InvalidKeyException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class SecondFactorTest {
    private static final String CODE = "/api/v1/auth/second-factor";
    private static final String ENROLMENT = "/api/v1/auth/second-factor/enrolment";
    private static final String OWN = "/api/v1/me/second-factor";

    record Offer(String secret, String uri) {}

    record Challenge(String challenge, long expiresIn, boolean enrolmentRequired) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private SignInClient client;
    private String email;
    private UUID user;

    @BeforeEach
    void someUser() {
        api = new FirmApi(http);
        client = new SignInClient(http, "2001:db8::" + Integer.toHexString((int) (Math.random() * 60_000)));
        email = Identifiers.next() + "@users.example";
        user = api.newUser(email);
    }

    @Test
    void userWhoHasSetUpASecondFactorSignsInWithACode() {
        var enrolled = enrolled();

        var challenge = challenged();
        var pair = SignInClient.pair(answer(challenge, code(enrolled.secret(), 1)));

        assertThat(challenge.enrolmentRequired()).isFalse();
        assertThat(challenge.expiresIn()).isEqualTo(300);
        assertThat(client.renewed(pair).accessToken()).isNotEmpty();
        assertThat(events.await("rems.firm.UserSignedIn.v1", pair.session())
                        .data()
                        .path("method")
                        .stringValue())
                .isEqualTo("PASSWORD_AND_TOTP");
        events.await("rems.firm.SecondFactorEnrolled.v1", user);
    }

    @Test
    void challengeIsGoodForOneSignInOnly() {
        var enrolled = enrolled();
        var challenge = challenged();
        answer(challenge, code(enrolled.secret(), 1)).expectStatus().isOk();

        problem(answer(challenge, enrolled.codes().getFirst()), "AUTH_INVALID");
        problem(answer(new Challenge("invented", 0, false), "123456"), "AUTH_INVALID");
    }

    @Test
    void challengeIsOverAfterItsTime() throws SQLException {
        var enrolled = enrolled();
        var challenge = challenged();
        change("UPDATE sign_in_challenge SET expires_at = now() WHERE user_id = '" + user + "'");

        problem(answer(challenge, code(enrolled.secret(), 1)), "AUTH_INVALID");
    }

    @Test
    void wrongCodeIsRefusedAndTheChallengeStaysOpen() {
        var enrolled = enrolled();
        var challenge = challenged();

        problem(answer(challenge, "000000x"), "SECOND_FACTOR_INVALID");
        answer(challenge, code(enrolled.secret(), 1)).expectStatus().isOk();

        assertThat(events.await("rems.firm.SignInFailed.v1", user)
                        .data()
                        .path("reason")
                        .stringValue())
                .isEqualTo("WRONG_CODE");
    }

    @Test
    void twoChallengesAnsweredWithTheSameCodeAtTheSameInstantGiveOneSession() {
        var enrolled = enrolled();
        var challenges = List.of(challenged(), challenged());
        var code = code(enrolled.secret(), 1);

        var answers = challenges.stream()
                .map(challenge -> CompletableFuture.supplyAsync(() -> status(answer(challenge, code))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 401);
    }

    @Test
    void fifthWrongCodeClosesTheSecondFactorOverAllChallenges() throws SQLException {
        var enrolled = enrolled();
        IntStream.range(0, 5).forEach(_ -> problem(answer(challenged(), "nonsense"), "SECOND_FACTOR_INVALID"));

        problem(answer(challenged(), code(enrolled.secret(), 1)), "SECOND_FACTOR_INVALID");
        problem(answer(challenged(), enrolled.codes().getFirst()), "SECOND_FACTOR_INVALID");

        change("UPDATE second_factor SET closed_until = now() WHERE user_id = '" + user + "'");
        answer(challenged(), enrolled.codes().getFirst()).expectStatus().isOk();
    }

    @Test
    void recoveryCodeIsGoodOnce() {
        var enrolled = enrolled();
        var code = enrolled.codes().getFirst();

        answer(challenged(), code).expectStatus().isOk();

        problem(answer(challenged(), code), "SECOND_FACTOR_INVALID");
        me().get(OWN)
                .expectBody()
                .jsonPath("$.enrolled")
                .isEqualTo(true)
                .jsonPath("$.recoveryCodesLeft")
                .isEqualTo(9);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var enrolled = enrolled();

        var renewed = Objects.requireNonNull(
                put(OWN + "/recovery-codes", Map.of("code", enrolled.codes().getFirst()))
                        .expectStatus()
                        .isOk()
                        .expectBody(RecoveryCodes.class)
                        .returnResult()
                        .getResponseBody());

        problem(answer(challenged(), enrolled.codes().get(1)), "SECOND_FACTOR_INVALID");
        answer(challenged(), renewed.recoveryCodes().getFirst()).expectStatus().isOk();
    }

    @Test
    void secretAndCodesAreNotReadableInTheDatabase() throws SQLException {
        var enrolled = enrolled();

        assertThat(read("SELECT secret FROM second_factor WHERE user_id = '" + user + "'"))
                .hasSize(1)
                .allSatisfy(secret -> assertThat(secret).startsWith("eyJ").doesNotContain(enrolled.secret()));
        assertThat(read("SELECT encode(hash, 'escape') FROM recovery_code WHERE user_id = '" + user + "'"))
                .hasSize(10)
                .noneMatch(enrolled.codes()::contains);
    }

    @Test
    void passwordIsAskedForBeforeASecondFactorIsSetUp() {
        put(OWN, Map.of("password", "not the password")).expectStatus().isEqualTo(422);

        IntStream.range(0, 4).forEach(_ -> put(OWN, Map.of("password", "not the password")));
        put(OWN, Map.of("password", FirmApi.PASSWORD)).expectStatus().isEqualTo(422);
        client.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void secondFactorInUseIsNotReplacedUnseen() {
        enrolled();

        put(OWN, Map.of("password", FirmApi.PASSWORD)).expectStatus().isEqualTo(409);
    }

    @Test
    void userRemovesHisSecondFactorWithACode() {
        var enrolled = enrolled();
        me().post(OWN + "/removal", Map.of("code", "nonsense")).expectStatus().isEqualTo(422);

        me().post(OWN + "/removal", Map.of("code", code(enrolled.secret(), 1)))
                .expectStatus()
                .isNoContent();

        client.signedIn(email);
        events.await("rems.firm.SecondFactorRemoved.v1", user);
    }

    @Test
    void operatorRemovesItForAReason() {
        enrolled();
        var path = "/api/v1/platform/users/{id}/second-factor/removal";
        api.operator().post(path, Map.of("reason", " "), user).expectStatus().isEqualTo(422);
        me().post(path, Map.of("reason", "lost"), user).expectStatus().isForbidden();

        api.operator()
                .post(path, Map.of("reason", "Telephone lost"), user)
                .expectStatus()
                .isNoContent();

        client.signedIn(email);
        var removed = events.await("rems.firm.SecondFactorRemoved.v1", user).data();
        assertThat(removed.path("reason").stringValue()).isEqualTo("Telephone lost");
        assertThat(removed.path("byOperator").booleanValue()).isTrue();
        api.operator()
                .post(path, Map.of("reason", "again"), user)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoseRoleRequiresASecondFactorSetsOneUpAtSignIn() {
        required();

        var challenge = challenged();
        assertThat(challenge.enrolmentRequired()).isTrue();
        problem(answer(challenge, "123456"), "AUTH_INVALID");
        var offer = offer(client.post(ENROLMENT, Map.of("challenge", challenge.challenge())));
        problem(confirm(challenge, "nonsense"), "SECOND_FACTOR_INVALID");
        var pair = SignInClient.pair(confirm(challenge, code(offer.secret(), 0)));

        client.renewed(pair);
        problem(confirm(challenge, code(offer.secret(), 1)), "AUTH_INVALID");
        assertThat(challenged().enrolmentRequired()).isFalse();
        me().post(OWN + "/removal", Map.of("code", code(offer.secret(), 1)))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void rolesThatTheFirmDoesNotNameSignInWithThePasswordAlone() {
        required();
        var other = Identifiers.next() + "@users.example";
        api.assign(api.newFirm(), api.newUser(other), "ACCOUNTANT");

        client.signedIn(other);
    }

    @Test
    void settingAcceptsRolesOnly() {
        var admin = api.adminOf(api.newFirm());

        admin.send(
                        HttpMethod.PUT,
                        "/api/v1/settings/security.secondFactorRoles",
                        Map.of("value", "ADMIN,KING"),
                        Map.of())
                .expectStatus()
                .isEqualTo(422);
    }

    private void required() {
        var firm = api.newFirm();
        api.assign(firm, user, "ACCOUNTANT");
        api.adminOf(firm)
                .send(
                        HttpMethod.PUT,
                        "/api/v1/settings/security.secondFactorRoles",
                        Map.of("value", "ADMIN, ACCOUNTANT"),
                        Map.of())
                .expectStatus()
                .isOk();
    }

    private record Enrolled(String secret, List<String> codes) {}

    private Enrolled enrolled() {
        var offer = offer(put(OWN, Map.of("password", FirmApi.PASSWORD)));
        assertThat(offer.uri()).startsWith("otpauth://totp/REMS:").contains("secret=" + offer.secret());
        var codes = put(OWN + "/confirmation", Map.of("code", code(offer.secret(), 0)))
                .expectStatus()
                .isOk()
                .expectBody(RecoveryCodes.class)
                .returnResult()
                .getResponseBody();
        return new Enrolled(offer.secret(), Objects.requireNonNull(codes).recoveryCodes());
    }

    private Challenge challenged() {
        return Objects.requireNonNull(client.login(email, FirmApi.PASSWORD)
                .expectStatus()
                .isAccepted()
                .expectBody(Challenge.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec answer(Challenge challenge, String code) {
        return client.post(CODE, Map.of("challenge", challenge.challenge(), "code", code));
    }

    private ResponseSpec confirm(Challenge challenge, String code) {
        return client.post(ENROLMENT + "/confirmation", Map.of("challenge", challenge.challenge(), "code", code));
    }

    private AsCaller me() {
        return client.as(user, UUID.randomUUID());
    }

    private ResponseSpec put(String path, Map<String, ?> body) {
        return me().send(HttpMethod.PUT, path, body, Map.of());
    }

    private static Offer offer(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(Offer.class)
                .returnResult()
                .getResponseBody());
    }

    /** What the authenticator shows, or will show some steps later. */
    private static String code(String secret, int stepsAhead) {
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()),
                    Instant.now().plusSeconds(30L * stepsAhead));
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static void problem(ResponseSpec answer, String code) {
        answer.expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<String> read(String query) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = Stream.<String>builder();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.build().toList();
        }
    }
}
