package io.rems.firm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.security.InvalidKeyException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class ProviderSignInTest {

    record Begun(String nonce, String proof, long expiresIn) {}

    record Pair(String accessToken, String refreshToken, long expiresIn) {}

    private static final String ENROLMENT = "/api/v1/auth/second-factor/enrolment";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private final String subject = Identifiers.next().toString();
    private final String email = Identifiers.next() + "@company.example";

    @BeforeEach
    void someFirms() {
        api = new FirmApi(http);
    }

    @Test
    void portalsSeeWhichProvidersThereAre() {
        http.client()
                .get()
                .uri("/api/v1/auth/providers")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("corporate")
                .jsonPath("$.items[0].issuer")
                .isEqualTo(RealProvider.issuer())
                .jsonPath("$.items[0].clientId")
                .isEqualTo("rems-portal")
                .jsonPath("$.items[1].name")
                .isEqualTo("gone");
    }

    @Test
    void invitedUserAcceptsBySigningIn() throws Exception {
        var user = invited(email);

        var pair = signedIn(subject, email.toUpperCase(Locale.ROOT));

        assertThat(SignedJWT.parse(pair.accessToken()).getJWTClaimsSet().getSubject())
                .isEqualTo(user.toString());
        events.await("rems.firm.UserActivated.v1", user);
        events.await(
                event -> event.type().equals("rems.firm.UserSignedIn.v1")
                        && event.data().path("userId").stringValue("").equals(user.toString())
                        && event.data().path("method").stringValue("").equals("PROVIDER")
                        && event.actor().id().equals(user.toString()),
                "the sign-in");
        assertThat(refresh(pair)).isEqualTo(200);
    }

    @Test
    void firmThatInvitedHimSeesThatHeHasCome() throws Exception {
        var inviting = api.newFirm();
        api.adminOf(inviting)
                .post("/api/v1/users/invitations", Map.of("email", email, "name", "Invited", "role", "STAFF"))
                .expectStatus()
                .isCreated();

        signedIn(subject, email);

        api.adminOf(inviting)
                .get("/api/v1/users?status=ACTIVE")
                .expectBody()
                .jsonPath("$.items[0].email")
                .isEqualTo(email);
    }

    @Test
    void disablingEndsWhatAProviderBegan() throws Exception {
        api.newUser(email);
        var pair = signedIn(subject, email);
        change("UPDATE portal_user SET status = 'DISABLED' WHERE email_key = '" + email + "'");

        assertThat(refresh(pair)).isEqualTo(401);
        refused(come(subject + "," + email));
    }

    @Test
    void nobodyIsMadeAndNothingIsTold() throws Exception {
        var stranger = body(come(subject + "," + email));
        api.newUser(email);
        change("UPDATE portal_user SET status = 'DISABLED' WHERE email_key = '" + email + "'");
        var disabled = body(come(subject + "," + email));

        stranger.remove("traceId");
        disabled.remove("traceId");
        assertThat(stranger)
                .isEqualTo(disabled)
                .containsEntry("code", "AUTH_INVALID")
                .containsEntry("status", 401);
    }

    @Test
    void failureOfSomebodyWhoIsKnownIsInHisHistoryAndPublished() throws Exception {
        var user = api.newUser(email);
        signedIn(subject, email);
        var begun = begin();
        var token = RealProvider.idToken(subject + "," + email, begun.nonce());
        refused(login(new Begun("", begin().proof(), 1), token));
        refused(come("another-" + subject + "," + email));
        change("UPDATE portal_user SET status = 'DISABLED' WHERE id = '" + user + "'");

        refused(come(subject + "," + email));

        assertThat(reasonsOf(user)).containsExactly("REPLAYED", "OTHER_ACCOUNT", "NOT_ACTIVE");
        Awaitility.await()
                .untilAsserted(() -> assertThat(events.all())
                        .filteredOn(event -> event.type().equals("rems.firm.SignInFailed.v1")
                                && event.subject().equals(user))
                        .extracting(event -> event.data().path("reason").stringValue())
                        .containsExactlyInAnyOrder("REPLAYED", "OTHER_ACCOUNT", "NOT_ACTIVE"));
        assertThat(count("SELECT count(*) FROM provider_subject WHERE user_id = '" + user + "'"))
                .isEqualTo(1);
    }

    @Test
    void failureOfAStrangerLeavesNoTrace() throws Exception {
        var before = count("SELECT count(*) FROM sign_in_record");

        refused(come(subject + "," + email));

        assertThat(count("SELECT count(*) FROM sign_in_record")).isEqualTo(before);
    }

    @Test
    void subjectCountsWhateverBecomesOfItsEmail() throws Exception {
        var user = api.newUser(email);
        signedIn(subject, email);

        var pair = signedIn(subject, "married-" + email);

        assertThat(SignedJWT.parse(pair.accessToken()).getJWTClaimsSet().getSubject())
                .isEqualTo(user.toString());
    }

    @Test
    void emailThatPassedToAnotherSubjectDoesNotPassTheAccountOn() {
        api.newUser(email);
        signedIn(subject, email);

        refused(come("another-" + subject + "," + email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unverified", "nameless", "expired", "early"})
    void whatTheProviderDoesNotVouchForNowIsRefused(String oddity) {
        api.newUser(email);

        refused(come(subject + "," + email + "," + oddity));
    }

    @Test
    void tokenForAnotherApplicationIsRefused() {
        api.newUser(email);
        var begun = begin();

        refused(login(begun, RealProvider.idToken(subject + "," + email, begun.nonce(), "another-application")));
    }

    @Test
    void nonceIsGoodForOneSignIn() {
        api.newUser(email);
        var begun = begin();
        var token = RealProvider.idToken(subject + "," + email, begun.nonce());
        login(begun, token).expectStatus().isOk();

        refused(login(begun, token));
    }

    @Test
    void nonceIsOursAndNotExpired() throws Exception {
        api.newUser(email);
        var own = new Begun("a-nonce-of-ones-own", "a-proof-of-ones-own", 1);
        refused(login(own, RealProvider.idToken(subject + "," + email, own.nonce())));
        var late = begin();
        change("UPDATE provider_nonce SET expires_at = now() WHERE nonce = '" + late.nonce() + "'");

        refused(login(late, RealProvider.idToken(subject + "," + email, late.nonce())));
    }

    @Test
    void tokenThatSomebodyElseFoundIsWorthNothing() {
        api.newUser(email);
        var begun = begin();
        var token = RealProvider.idToken(subject + "," + email, begun.nonce());

        refused(login(new Begun("", begin().proof(), 1), token));
        refused(login(new Begun("", begun.nonce(), 1), token));
        login(begun, token).expectStatus().isOk();
    }

    @Test
    void forgedTokensAreRefused() throws Exception {
        api.newUser(email);
        var begun = begin();
        var sound = SignedJWT.parse(RealProvider.idToken(subject + "," + email, begun.nonce()));
        var underTheTrueName = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(sound.getHeader().getKeyID())
                        .build(),
                sound.getJWTClaimsSet());
        underTheTrueName.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        for (String forged : List.of(
                underTheTrueName.serialize(), new PlainJWT(sound.getJWTClaimsSet()).serialize(), "a.b.c", "nothing")) {
            refused(login(begun, forged));
        }
    }

    @Test
    void newKeysOfTheProviderAreTakenUpAndRemovedOnesAreNotBelieved() {
        api.newUser(email);
        signedIn(subject, email);
        var early = List.of(begin(), begin());
        var signedWithTheFirstKey = early.stream()
                .map(begun -> RealProvider.idToken(subject + "," + email, begun.nonce()))
                .toList();

        RealProvider.changeKeys(true);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> signsIn(subject, email));
        login(early.getFirst(), signedWithTheFirstKey.getFirst()).expectStatus().isOk();
        RealProvider.changeKeys(false);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> signsIn(subject, email));
        refused(login(early.getLast(), signedWithTheFirstKey.getLast()));
    }

    @Test
    void providerThatIsAwayKeepsNobodyElseOut() {
        api.newUser(email);
        var begun = begin("gone");
        var token = RealProvider.idToken(subject + "," + email, begun.nonce());

        var answer = login("gone", begun, token);

        answer.expectStatus().isEqualTo(503).expectBody().jsonPath("$.code").isEqualTo("SERVICE_UNAVAILABLE");
        signedIn(subject, email);
        post("/api/v1/auth/login", Map.of("email", email, "password", FirmApi.PASSWORD))
                .expectStatus()
                .isOk();
    }

    @Test
    void secondFactorThatAFirmRequiresIsTheProvidersOrOurs() throws Exception {
        var user = api.newUser(email);
        var firm = api.newFirm();
        api.assign(firm, user, "ACCOUNTANT");
        api.adminOf(firm)
                .send(
                        HttpMethod.PUT,
                        "/api/v1/settings/security.secondFactorRoles",
                        Map.of("value", "ACCOUNTANT"),
                        Map.of())
                .expectStatus()
                .isOk();

        come(subject + "," + email + ",mfa").expectStatus().isOk();
        var asked = come(subject + "," + email);
        asked.expectStatus().isEqualTo(202).expectHeader().valueEquals("Cache-Control", "no-store");
        var challenge = body(asked);
        assertThat(challenge).containsEntry("enrolmentRequired", true);
        var secret = body(post(ENROLMENT, Map.of("challenge", challenge.get("challenge"))))
                .get("secret");
        var pair = pair(post(
                ENROLMENT + "/confirmation",
                Map.of("challenge", challenge.get("challenge"), "code", code(String.valueOf(secret)))));

        var session = SignedJWT.parse(pair.accessToken()).getJWTClaimsSet().getStringClaim("sid");
        assertThat(events.await("rems.firm.UserSignedIn.v1", UUID.fromString(session))
                        .data()
                        .path("method")
                        .stringValue())
                .isEqualTo("PROVIDER");
    }

    @Test
    void unknownProviderIsNotFound() {
        post("/api/v1/auth/providers/nobody/nonces", Map.of()).expectStatus().isNotFound();
        login("nobody", begin(), "a.b.c").expectStatus().isNotFound();
    }

    @Test
    void twoWindowsAtOnceAreOneAcceptance() throws Exception {
        var user = invited(email);
        var tries = Stream.generate(this::begin)
                .limit(4)
                .map(begun -> Map.entry(begun, RealProvider.idToken(subject + "," + email, begun.nonce())))
                .toList();

        var answers = tries.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> status(login(one.getKey(), one.getValue()))))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(count("SELECT version FROM portal_user WHERE id = '" + user + "'"))
                .isEqualTo(2);
    }

    @Test
    void ofTwoSubjectsWithOneEmailAtOnceOneGetsTheAccount() throws Exception {
        var user = invited(email);
        var tries = Stream.of("one-", "two-", "three-")
                .map(name -> {
                    var begun = begin();
                    return Map.entry(begun, RealProvider.idToken(name + subject + "," + email, begun.nonce()));
                })
                .toList();

        var answers = tries.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> status(login(one.getKey(), one.getValue()))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 401, 401);
        assertThat(count("SELECT count(*) FROM provider_subject WHERE user_id = '" + user + "'"))
                .isEqualTo(1);
    }

    private UUID invited(String address) {
        var id = Identifiers.next();
        api.operator()
                .post("/api/v1/platform/users", Map.of("id", id, "email", address, "name", "Invited"))
                .expectStatus()
                .isCreated();
        return id;
    }

    private Pair signedIn(String subject, String email) {
        return pair(come(subject + "," + email));
    }

    private static Pair pair(ResponseSpec answer) {
        answer.expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "no-store");
        return Objects.requireNonNull(
                answer.expectBody(Pair.class).returnResult().getResponseBody());
    }

    private static String code(String secret) throws InvalidKeyException {
        var generator = new TimeBasedOneTimePasswordGenerator();
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), Instant.now());
    }

    private boolean signsIn(String subject, String email) {
        return status(come(subject + "," + email)) == 200;
    }

    private Begun begin() {
        return begin("corporate");
    }

    private Begun begin(String provider) {
        return Objects.requireNonNull(post("/api/v1/auth/providers/" + provider + "/nonces", Map.of())
                .expectBody(Begun.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec come(String person) {
        var begun = begin();
        return login(begun, RealProvider.idToken(person, begun.nonce()));
    }

    private ResponseSpec login(Begun begun, String token) {
        return login("corporate", begun, token);
    }

    private ResponseSpec login(String provider, Begun begun, String token) {
        return post("/api/v1/auth/providers/" + provider + "/login", Map.of("idToken", token, "proof", begun.proof()));
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo("AUTH_INVALID");
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private int refresh(Pair pair) {
        return status(post("/api/v1/auth/refresh", Map.of("refreshToken", pair.refreshToken())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(Map.class).returnResult().getResponseBody());
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return http.client().post().uri(path).bodyValue(body).exchange();
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<String> reasonsOf(UUID user) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT reason FROM sign_in_record WHERE NOT succeeded AND user_id = '"
                                + user + "' ORDER BY at")) {
            var reasons = new ArrayList<String>();
            while (rows.next()) {
                reasons.add(rows.getString(1));
            }
            return reasons;
        }
    }

    private long count(String query) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
