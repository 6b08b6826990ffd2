package io.rems.firm.account;

import static io.rems.firm.Visitor.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.firm.Rows;
import io.rems.firm.Visitor;
import io.rems.firm.signin.web.SignInClient;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private Visitor visitor;
    private Rows rows;
    private FirmId firm;
    private String email;
    private UUID user;

    @BeforeEach
    void somebodyAtWork() {
        api = new FirmApi(http);
        visitor = new Visitor(http);
        rows = new Rows(database);
        firm = api.newFirm();
        email = Identifiers.next() + "@users.example";
        user = api.newUser(email);
        api.assign(firm, user, "STAFF");
    }

    @Test
    void forgottenPasswordIsReplacedByTheLinkAndSignsOutEverywhere() {
        var refreshToken = visitor.refreshToken(email, FirmApi.PASSWORD);
        IntStream.range(0, 5).forEach(_ -> visitor.login(email, "not the password"));
        visitor.askForPassword(email.toUpperCase(Locale.ROOT)).expectStatus().isAccepted();
        var token = mailbox.token(email, 1);

        visitor.completeReset(token, CHOSEN).expectStatus().isNoContent();

        visitor.login(email, CHOSEN).expectStatus().isOk();
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        visitor.refresh(refreshToken).expectStatus().isUnauthorized();
        assertThat(answer(visitor.completeReset(token, "another one entirely"))).isEqualTo("409 TOKEN_SPENT");
        assertThat(Mailbox.plain(mailbox.await(email, 2))).contains("has just been changed");
        var changed = events.await("rems.firm.PasswordChanged.v1", user);
        assertThat(changed.data().path("cause").stringValue()).isEqualTo("RESET");
        assertThat(changed.data().toString()).doesNotContain(CHOSEN, token);
    }

    @Test
    void linkIsGoodForItsPurposeOnly() {
        visitor.askForPassword(email);
        var token = mailbox.token(email, 1);

        assertThat(answer(visitor.acceptInvitation(token, CHOSEN, Map.of()))).isEqualTo("409 TOKEN_UNKNOWN");
        assertThat(answer(visitor.confirmEmail(token))).isEqualTo("409 TOKEN_UNKNOWN");
    }

    @Test
    void whoAsksAgainAtOnceGetsOneMail() throws Exception {
        visitor.askForPassword(email);
        mailbox.await(email, 1);
        visitor.askForPassword(email);
        visitor.askForPassword("nobody-" + email);

        Awaitility.await().until(() -> rows.count("SELECT count(*) FROM password_reset_request") == 0);
        assertThat(rows.count("SELECT count(*) FROM mail WHERE recipient = '" + email + "'"))
                .isEqualTo(1);
        assertThat(rows.count("SELECT count(*) FROM mail WHERE recipient = 'nobody-" + email + "'"))
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

        visitor.login(email, CHOSEN).expectStatus().isOk();
    }

    @Test
    void whoChangesHisPasswordStaysSignedInWhereHeDidSoAndNowhereElse() {
        var portal = new SignInClient(http, "203.0.113.40");
        var here = portal.signedIn(email);
        var there = portal.signedIn(email);

        changePasswordIn(portal, here, FirmApi.PASSWORD).expectStatus().isNoContent();

        var renewed = portal.renewed(here);
        assertThat(answer(portal.refresh(there))).isEqualTo("401 AUTH_INVALID");
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
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
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
        assertThat(rows.count("SELECT failures FROM sign_in_network WHERE network = '203.0.113.41'"))
                .isEqualTo(1);
    }

    @Test
    void networkThatHasToWaitAtSignInWaitsHereToo() throws Exception {
        var portal = new SignInClient(http, "203.0.113.42");
        var session = portal.signedIn(email);
        rows.change("INSERT INTO sign_in_network (network, failures, last_at) VALUES ('203.0.113.42', 40, now())");

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
        visitor.login(wanted, FirmApi.PASSWORD).expectStatus().isUnauthorized();

        visitor.confirmEmail(token).expectStatus().isNoContent();

        visitor.login(wanted, FirmApi.PASSWORD).expectStatus().isOk();
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        var changed = events.await("rems.firm.UserEmailChanged.v1", user);
        assertThat(changed.data().path("previousEmail").stringValue()).isEqualTo(email);
    }

    @Test
    void addressOfSomebodyElseIsToldToNobodyButHim() {
        var taken = Identifiers.next() + "@taken.example";
        api.newUser(taken);

        changeEmail(taken.toUpperCase(Locale.ROOT)).expectStatus().isAccepted();

        var token = mailbox.token(taken, 1);
        assertThat(answer(visitor.confirmEmail(token))).isEqualTo("409 EMAIL_TAKEN");
    }

    @Test
    void disabledUserIsSignedOutAndHisLinksAreVoid() {
        var refreshToken = visitor.refreshToken(email, FirmApi.PASSWORD);
        visitor.askForPassword(email);
        var token = mailbox.token(email, 1);

        care("disablement", Map.of("reason", "left")).expectStatus().isOk();

        visitor.refresh(refreshToken).expectStatus().isUnauthorized();
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        assertThat(answer(visitor.completeReset(token, CHOSEN))).isEqualTo("409 TOKEN_UNKNOWN");
        assertThat(events.await("rems.firm.UserDisabled.v1", user)
                        .data()
                        .path("reason")
                        .stringValue())
                .isEqualTo("left");
        assertThat(answer(care("disablement", Map.of()))).isEqualTo("409 ALREADY_DISABLED");
        care("enablement", Map.of()).expectStatus().isOk();
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void disabledInvitationIsOneAgainAfterwards() {
        var invited = Identifiers.next() + "@invited.example";
        api.adminOf(firm).post("/api/v1/users/invitations", Map.of("email", invited, "name", "I", "role", "STAFF"));
        var token = mailbox.token(invited, 1);
        user = rows.userWith(invited);

        care("disablement", Map.of()).expectStatus().isOk();
        assertThat(answer(visitor.acceptInvitation(token, CHOSEN, Map.of()))).isEqualTo("409 TOKEN_UNKNOWN");

        care("enablement", Map.of()).expectBody().jsonPath("$.status").isEqualTo("INVITED");
    }

    @Test
    void nobodyDisablesHimself() {
        var operator = http.as(Caller.platformAdministrator(user));

        assertThat(answer(operator.post("/api/v1/platform/users/{id}/disablement", Map.of(), user)))
                .isEqualTo("409 OWN_ACCOUNT");
    }

    @Test
    void forcedResetClosesThePasswordAndSendsALink() {
        var refreshToken = visitor.refreshToken(email, FirmApi.PASSWORD);

        care("password-reset", Map.of()).expectStatus().isNoContent();

        visitor.login(email, FirmApi.PASSWORD).expectStatus().isUnauthorized();
        visitor.refresh(refreshToken).expectStatus().isUnauthorized();
        visitor.completeReset(mailbox.token(email, 1), CHOSEN).expectStatus().isNoContent();
        visitor.login(email, CHOSEN).expectStatus().isOk();
    }

    @Test
    void firmUnlocksItsOwnUserAndShowsWhoIsLocked() {
        IntStream.range(0, 5).forEach(_ -> visitor.login(email, "not the password"));
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

        visitor.login(email, FirmApi.PASSWORD).expectStatus().isOk();
        assertThat(statusInFirm()).isEqualTo("ACTIVE");
        events.await("rems.firm.UserUnlocked.v1", user);
    }

    @Test
    void loginThatIsNotTheFirmsAloneIsTheOperatorsToCareFor() {
        api.assign(api.newFirm(), user, "STAFF");
        var foreign = api.newUser();
        var admin = api.adminOf(firm);

        assertThat(answer(admin.post("/api/v1/users/{id}/unlocking", Map.of(), user)))
                .isEqualTo("409 SHARED_LOGIN");
        assertThat(answer(admin.post("/api/v1/users/{id}/password-reset", Map.of(), user)))
                .isEqualTo("409 SHARED_LOGIN");
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
        visitor.askForPassword(email);
        var token = mailbox.token(email, 1);

        var answers = Visitor.atOnce(Collections.nCopies(3, () -> visitor.completeReset(token, CHOSEN)));

        assertThat(answers).containsExactlyInAnyOrder("204", "409 TOKEN_SPENT", "409 TOKEN_SPENT");
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
        visitor.askForPassword(address).expectStatus().isAccepted();
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
}
