package io.rems.firm.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.firm.signin.web.SignInClient;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class AccountsTest {
    private static final String CHOSEN = "seven quiet camels";

    @Autowired
    private RemsHttp http;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private FirmId firm;
    private String email;
    private UUID user;

    @BeforeEach
    void somebodyAtWork() {
        api = new FirmApi(http);
        firm = api.newFirm();
        email = Identifiers.next() + "@users.example";
        user = api.newUser(email);
        api.assign(firm, user, "STAFF");
    }

    @Test
    void forgottenPasswordIsReplacedByTheLinkAndSignsOutEverywhere() {
        var refreshToken = refreshToken();
        IntStream.range(0, 5).forEach(_ -> login(email, "not the password"));
        ask(email.toUpperCase(Locale.ROOT)).expectStatus().isAccepted();
        var token = mailbox.token(email, 1);

        complete(token, CHOSEN).expectStatus().isNoContent();

        login(email, CHOSEN).expectStatus().isOk();
        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        refresh(refreshToken).expectStatus().isUnauthorized();
        assertThat(code(complete(token, "another one entirely"))).isEqualTo("TOKEN_SPENT");
        assertThat(Mailbox.plain(mailbox.await(email, 2))).contains("has just been changed");
        var changed = events.await("rems.firm.PasswordChanged.v1", user);
        assertThat(changed.data().path("cause").stringValue()).isEqualTo("RESET");
        assertThat(changed.data().toString()).doesNotContain(CHOSEN, token);
    }

    @Test
    void linkIsGoodForItsPurposeOnly() {
        ask(email);
        var token = mailbox.token(email, 1);

        assertThat(code(post("/api/v1/auth/invitations/acceptance", Map.of("token", token, "password", CHOSEN))))
                .isEqualTo("TOKEN_UNKNOWN");
        assertThat(code(post("/api/v1/auth/email-changes/confirmation", Map.of("token", token))))
                .isEqualTo("TOKEN_UNKNOWN");
    }

    @Test
    void whoAsksAgainAtOnceGetsOneMail() throws Exception {
        ask(email);
        mailbox.await(email, 1);
        ask(email);
        ask("nobody-" + email);

        Awaitility.await().until(() -> count("SELECT count(*) FROM password_reset_request") == 0);
        assertThat(count("SELECT count(*) FROM mail WHERE recipient = '" + email + "'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM mail WHERE recipient = 'nobody-" + email + "'"))
                .isZero();
    }

    /** Rank test after Mann and Whitney over interleaved samples: were the two from one distribution, |z| exceeds 4 once in 16000 runs. */
    @Test
    void askingTakesTheSameTimeWhetherOrNotSomebodyHasTheEmail() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        var emails = IntStream.range(0, 60)
                .mapToObj(_ -> Identifiers.next() + "@users.example")
                .toList();
        emails.forEach(api::newUser);
        IntStream.range(0, 20).forEach(_ -> nanosToAsk("warm-up-" + Identifiers.next() + "@users.example"));

        for (int i = 0; i < emails.size(); i++) {
            var nobody = Identifiers.next() + "@users.example";
            if (i % 2 == 0) {
                known.add(nanosToAsk(emails.get(i)));
                unknown.add(nanosToAsk(nobody));
            } else {
                unknown.add(nanosToAsk(nobody));
                known.add(nanosToAsk(emails.get(i)));
            }
        }

        assertThat(zOfRanks(known, unknown))
                .as("z of %s against %s", known, unknown)
                .isBetween(-4.0, 4.0);
    }

    @Test
    void passwordIsChangedByWhoKnowsIt() {
        changePassword("not the password", CHOSEN)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("current");
        changePassword(FirmApi.PASSWORD, email)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("OWN_WORD");

        changePassword(FirmApi.PASSWORD, CHOSEN).expectStatus().isNoContent();

        login(email, CHOSEN).expectStatus().isOk();
    }

    @Test
    void whoChangesHisPasswordStaysSignedInWhereHeDidSoAndNowhereElse() {
        var portal = new SignInClient(http, "203.0.113.40");
        var here = portal.signedIn(email);
        var there = portal.signedIn(email);

        changePasswordIn(portal, here, FirmApi.PASSWORD).expectStatus().isNoContent();

        var renewed = portal.renewed(here);
        assertThat(code(portal.refresh(there))).isEqualTo("AUTH_INVALID");
        portal.as(user, renewed.session())
                .get("/api/v1/me/sessions")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].current")
                .isEqualTo(true);
        assertThat(events.await("rems.firm.SessionEnded.v1", there.session())
                        .data()
                        .path("reason")
                        .stringValue())
                .isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void whoGuessesThePresentPasswordIsLockedOutLikeAtSignIn() {
        IntStream.range(0, 5).forEach(_ -> changePassword("not the password", CHOSEN));

        changePassword(FirmApi.PASSWORD, CHOSEN).expectStatus().isEqualTo(422);
        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        events.await("rems.firm.UserLockedOut.v1", user);
    }

    @Test
    void guessOfThePresentPasswordIsInTheHistoryAndSlowsItsNetworkDown() throws Exception {
        var portal = new SignInClient(http, "203.0.113.41");
        var session = portal.signedIn(email);

        changePasswordIn(portal, session, "not the password").expectStatus().isEqualTo(422);

        portal.as(user, session.session())
                .get("/api/v1/me/sign-ins")
                .expectBody()
                .jsonPath("$.items[0].reason")
                .isEqualTo("WRONG_PASSWORD")
                .jsonPath("$.items[0].address")
                .isEqualTo("203.0.113.41");
        assertThat(events.await("rems.firm.SignInFailed.v1", user).actor().id()).isEqualTo(user.toString());
        assertThat(count("SELECT failures FROM sign_in_network WHERE network = '203.0.113.41'"))
                .isEqualTo(1);
    }

    @Test
    void networkThatHasToWaitAtSignInWaitsHereToo() throws Exception {
        var portal = new SignInClient(http, "203.0.113.42");
        var session = portal.signedIn(email);
        change("INSERT INTO sign_in_network (network, failures, last_at) VALUES ('203.0.113.42', 40, now())");

        changePasswordIn(portal, session, FirmApi.PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
        portal.as(user, session.session())
                .post("/api/v1/me/email-changes", Map.of("email", "new-" + email, "password", FirmApi.PASSWORD))
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    void newAddressIsConfirmedByItsMailAndTheOldOneIsTold() {
        var wanted = Identifiers.next() + "@new.example";
        changeEmail(wanted).expectStatus().isAccepted();
        assertThat(Mailbox.plain(mailbox.await(email, 1))).contains(wanted);
        var token = mailbox.token(wanted, 1);
        login(wanted, FirmApi.PASSWORD).expectStatus().isUnauthorized();

        post("/api/v1/auth/email-changes/confirmation", Map.of("token", token))
                .expectStatus()
                .isNoContent();

        login(wanted, FirmApi.PASSWORD).expectStatus().isOk();
        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        var changed = events.await("rems.firm.UserEmailChanged.v1", user);
        assertThat(changed.data().path("previousEmail").stringValue()).isEqualTo(email);
    }

    @Test
    void addressOfSomebodyElseIsToldToNobodyButHim() {
        var taken = Identifiers.next() + "@taken.example";
        api.newUser(taken);

        changeEmail(taken.toUpperCase(Locale.ROOT)).expectStatus().isAccepted();

        var token = mailbox.token(taken, 1);
        assertThat(code(post("/api/v1/auth/email-changes/confirmation", Map.of("token", token))))
                .isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void disabledUserIsSignedOutAndHisLinksAreVoid() {
        var refreshToken = refreshToken();
        ask(email);
        var token = mailbox.token(email, 1);

        care("disablement", Map.of("reason", "left")).expectStatus().isOk();

        refresh(refreshToken).expectStatus().isUnauthorized();
        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        assertThat(code(complete(token, CHOSEN))).isEqualTo("TOKEN_UNKNOWN");
        assertThat(events.await("rems.firm.UserDisabled.v1", user)
                        .data()
                        .path("reason")
                        .stringValue())
                .isEqualTo("left");
        assertThat(code(care("disablement", Map.of()))).isEqualTo("ALREADY_DISABLED");
        care("enablement", Map.of()).expectStatus().isOk();
        login(email, FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void disabledInvitationIsOneAgainAfterwards() {
        var invited = Identifiers.next() + "@invited.example";
        api.adminOf(firm).post("/api/v1/users/invitations", Map.of("email", invited, "name", "I", "role", "STAFF"));
        var token = mailbox.token(invited, 1);
        user = idOf(invited);

        care("disablement", Map.of()).expectStatus().isOk();
        assertThat(code(post("/api/v1/auth/invitations/acceptance", Map.of("token", token, "password", CHOSEN))))
                .isEqualTo("TOKEN_UNKNOWN");

        care("enablement", Map.of()).expectBody().jsonPath("$.status").isEqualTo("INVITED");
    }

    @Test
    void nobodyDisablesHimself() {
        var operator = http.as(Caller.platformAdministrator(user));

        assertThat(code(operator.post("/api/v1/platform/users/{id}/disablement", Map.of(), user)))
                .isEqualTo("OWN_ACCOUNT");
    }

    @Test
    void forcedResetClosesThePasswordAndSendsALink() {
        var refreshToken = refreshToken();

        care("password-reset", Map.of()).expectStatus().isNoContent();

        login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        refresh(refreshToken).expectStatus().isUnauthorized();
        complete(mailbox.token(email, 1), CHOSEN).expectStatus().isNoContent();
        login(email, CHOSEN).expectStatus().isOk();
    }

    @Test
    void firmUnlocksItsOwnUserAndShowsWhoIsLocked() {
        IntStream.range(0, 5).forEach(_ -> login(email, "not the password"));
        assertThat(statusInFirm()).isEqualTo("LOCKED");
        api.adminOf(firm)
                .get("/api/v1/users?status=LOCKED")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        api.adminOf(firm)
                .get("/api/v1/users?status=ACTIVE")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);

        api.adminOf(firm)
                .post("/api/v1/users/{id}/unlocking", Map.of(), user)
                .expectStatus()
                .isNoContent();

        login(email, FirmApi.PASSWORD).expectStatus().isOk();
        assertThat(statusInFirm()).isEqualTo("ACTIVE");
        events.await("rems.firm.UserUnlocked.v1", user);
    }

    @Test
    void loginThatIsNotTheFirmsAloneIsTheOperatorsToCareFor() {
        api.assign(api.newFirm(), user, "STAFF");
        var foreign = api.newUser();
        var admin = api.adminOf(firm);

        assertThat(code(admin.post("/api/v1/users/{id}/unlocking", Map.of(), user)))
                .isEqualTo("SHARED_LOGIN");
        assertThat(code(admin.post("/api/v1/users/{id}/password-reset", Map.of(), user)))
                .isEqualTo("SHARED_LOGIN");
        admin.post("/api/v1/users/{id}/unlocking", Map.of(), foreign)
                .expectStatus()
                .isNotFound();
        care("unlocking", Map.of()).expectStatus().isNoContent();
    }

    @Test
    void profileIsChangedByItsVersion() {
        var me = api.as(user, firm, Role.STAFF);
        var tag = Objects.requireNonNull(me.get("/api/v1/me")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag());
        var profile = Map.of("name", "Noor", "phone", "+965 2222 3333", "language", "ar");

        me.send(HttpMethod.PUT, "/api/v1/me", profile, Map.of(HttpHeaders.IF_MATCH, tag))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.phone")
                .isEqualTo("+965 2222 3333")
                .jsonPath("$.user.language")
                .isEqualTo("ar");

        me.send(HttpMethod.PUT, "/api/v1/me", profile, Map.of(HttpHeaders.IF_MATCH, tag))
                .expectStatus()
                .isEqualTo(412);
        me.send(
                        HttpMethod.PUT,
                        "/api/v1/me",
                        Map.of("name", " ", "phone", "x", "language", "en"),
                        Map.of(HttpHeaders.IF_MATCH, tag))
                .expectStatus()
                .isEqualTo(422);
        events.await("rems.firm.UserProfileChanged.v1", user);
    }

    @Test
    void simultaneousCompletionSetsOnePassword() {
        ask(email);
        var token = mailbox.token(email, 1);

        var codes = Collections.nCopies(3, token).stream()
                .map(same -> CompletableFuture.supplyAsync(() -> code(complete(same, CHOSEN))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsExactlyInAnyOrder("", "TOKEN_SPENT", "TOKEN_SPENT");
    }

    private ResponseSpec ask(String address) {
        return post("/api/v1/auth/password-resets", Map.of("email", address));
    }

    private ResponseSpec complete(String token, String password) {
        return post("/api/v1/auth/password-resets/completion", Map.of("token", token, "password", password));
    }

    private ResponseSpec login(String address, String password) {
        return post("/api/v1/auth/login", Map.of("email", address, "password", password));
    }

    private ResponseSpec refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    private ResponseSpec changePassword(String current, String chosen) {
        return api.as(user, firm, Role.STAFF)
                .send(HttpMethod.PUT, "/api/v1/me/password", Map.of("current", current, "new", chosen), Map.of());
    }

    private ResponseSpec changePasswordIn(SignInClient portal, SignInClient.Pair session, String current) {
        return portal.as(user, session.session())
                .send(HttpMethod.PUT, "/api/v1/me/password", Map.of("current", current, "new", CHOSEN), Map.of());
    }

    private ResponseSpec changeEmail(String wanted) {
        return api.as(user, firm, Role.STAFF)
                .post("/api/v1/me/email-changes", Map.of("email", wanted, "password", FirmApi.PASSWORD));
    }

    private ResponseSpec care(String what, Map<String, Object> body) {
        return api.operator().post("/api/v1/platform/users/{id}/" + what, body, user);
    }

    private ResponseSpec post(String path, Map<String, Object> body) {
        return http.client().post().uri(path).bodyValue(body).exchange();
    }

    private String refreshToken() {
        var pair = login(email, FirmApi.PASSWORD)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(pair).get("refreshToken"));
    }

    private String statusInFirm() {
        var found = api.adminOf(firm)
                .get("/api/v1/users/{id}", user)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(found).get("status"));
    }

    private long nanosToAsk(String address) {
        var begin = System.nanoTime();
        ask(address).expectStatus().isAccepted();
        return System.nanoTime() - begin;
    }

    private static double zOfRanks(List<Long> one, List<Long> other) {
        double wins = one.stream()
                .mapToDouble(left -> other.stream()
                        .mapToDouble(right -> left > right ? 1 : left.equals(right) ? 0.5 : 0)
                        .sum())
                .sum();
        double n = one.size();
        double m = other.size();
        return (wins - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
    }

    private static String code(ResponseSpec response) {
        var body = response.expectBody().returnResult().getResponseBody();
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return text.replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*|.*", "$1");
    }

    private UUID idOf(String address) {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM portal_user WHERE email_key = '" + address + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
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
