package io.rems.firm.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.signin.web.SignInClient.Pair;
import io.rems.firm.user.UserSessions;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.StatusAssertions;

@RemsTest
class OwnSessionsTest {
    private static final String HERE = "198.51.100.4";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private Transactions transactions;

    @Autowired
    private UserSessions userSessions;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DueWorkRunner dueWorkRunner;

    @Autowired
    @Qualifier("forgettingOfSignIns")
    private DueWork forgetting;

    private SignInClient client;
    private String email;
    private UUID user;

    @BeforeEach
    void someUser() {
        client = new SignInClient(http, HERE);
        email = Identifiers.next() + "@users.example";
        user = new FirmApi(http).newUser(email);
    }

    @Test
    void ownSignInsAreListedWithTheCurrentOneMarked() {
        var first = client.signedIn(email);
        var second = client.signedIn(email);

        client.as(user, second.session())
                .get("/api/v1/me/sessions?sort=startedAt")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].id")
                .isEqualTo(first.session().toString())
                .jsonPath("$.items[0].current")
                .isEqualTo(false)
                .jsonPath("$.items[1].current")
                .isEqualTo(true)
                .jsonPath("$.items[1].address")
                .isEqualTo(HERE)
                .jsonPath("$.items[1].agent")
                .isEqualTo("Portal of the tests")
                .jsonPath("$.items[1].method")
                .isEqualTo("PASSWORD");
    }

    @Test
    void oneSignInIsEndedAndTheOthersGoOn() {
        var here = client.signedIn(email);
        var there = client.signedIn(email);

        end(here, there.session()).isNoContent();

        client.refresh(there).expectStatus().isUnauthorized();
        client.renewed(here);
        assertThat(reason(there)).isEqualTo("ENDED_BY_USER");
        end(here, there.session()).isNotFound();
    }

    @Test
    void nobodyEndsTheSignInOfAnother() {
        var own = client.signedIn(email);
        var strangersEmail = Identifiers.next() + "@users.example";
        new FirmApi(http).newUser(strangersEmail);
        var strangers = client.signedIn(strangersEmail);

        end(own, strangers.session()).isNotFound();

        client.renewed(strangers);
    }

    @Test
    void signingOutEndsThisSessionOnly() {
        var here = client.signedIn(email);
        var there = client.signedIn(email);

        client.signOut(here).expectStatus().isNoContent();
        client.signOut(here).expectStatus().isNoContent();
        client.signOut(new Pair("", "invented", 0)).expectStatus().isNoContent();

        client.refresh(here).expectStatus().isUnauthorized();
        client.renewed(there);
        assertThat(reason(here)).isEqualTo("SIGNED_OUT");
        assertThat(events.await("rems.firm.SessionEnded.v1", here.session()).actor())
                .isEqualTo(Actor.user(user));
    }

    @Test
    void signingOutEverywhereEndsThemAll() {
        var sessions = List.of(client.signedIn(email), client.signedIn(email), client.signedIn(email));

        client.as(user, sessions.getFirst().session())
                .client()
                .delete()
                .uri("/api/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isNoContent();

        for (Pair session : sessions) {
            client.refresh(session).expectStatus().isUnauthorized();
            assertThat(reason(session)).isEqualTo("SIGNED_OUT_EVERYWHERE");
        }
    }

    @Test
    void twoRefreshesOfOneTokenAtTheSameInstantGiveOnePairThatIsRevokedWithItsFamily() {
        var pair = client.signedIn(email);

        var answers = atOnce(() -> status(pair), () -> status(pair));

        assertThat(answers).containsExactlyInAnyOrder(200, 401);
        assertThat(reason(pair)).isEqualTo("TOKEN_REUSED");
        client.refresh(pair).expectStatus().isUnauthorized();
    }

    @Test
    void signingOutDuringARefreshLeavesNoTokenThatWorks() {
        IntStream.range(0, 10).forEach(_ -> {
            var pair = client.signedIn(email);

            var refreshed = CompletableFuture.supplyAsync(() -> client.refresh(pair));
            var signedOut = CompletableFuture.supplyAsync(() -> client.signOut(pair));
            signedOut.join().expectStatus().isNoContent();
            var answer = refreshed.join();

            if (answer.returnResult(Void.class).getStatus().is2xxSuccessful()) {
                client.refresh(SignInClient.pair(answer)).expectStatus().isUnauthorized();
            }
            assertThat(reason(pair)).isEqualTo("SIGNED_OUT");
        });
    }

    @Test
    void newPasswordEndsEveryOtherSignIn() {
        var here = client.signedIn(email);
        var there = client.signedIn(email);

        transactions
                .acrossFirms(userSessions.end(user, here.session(), UserSessions.Cause.PASSWORD_CHANGED))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(Actor.user(user), FirmId.PLATFORM)))
                .block(Duration.ofSeconds(10));

        client.renewed(here);
        client.refresh(there).expectStatus().isUnauthorized();
        assertThat(reason(there)).isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void historyTellsOfSuccessesAndFailuresNewestFirst() {
        client.login(email, "not the password");
        var pair = client.signedIn(email);

        client.as(user, pair.session())
                .get("/api/v1/me/sign-ins?limit=1")
                .expectBody()
                .jsonPath("$.items[0].succeeded")
                .isEqualTo(true)
                .jsonPath("$.items[0].sessionId")
                .isEqualTo(pair.session().toString())
                .jsonPath("$.next")
                .isNotEmpty();
        client.as(user, pair.session())
                .get("/api/v1/me/sign-ins")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[1].succeeded")
                .isEqualTo(false)
                .jsonPath("$.items[1].reason")
                .isEqualTo("WRONG_PASSWORD")
                .jsonPath("$.items[1].address")
                .isEqualTo(HERE);
        var failed = events.await("rems.firm.SignInFailed.v1", user);
        assertThat(failed.data().path("reason").stringValue()).isEqualTo("WRONG_PASSWORD");
    }

    @Test
    void administratorsSeeTheSignInsOfThoseWhoWorkInTheirFirm() {
        var api = new FirmApi(http);
        var firm = api.newFirm();
        api.assign(firm, user, "STAFF");
        client.signedIn(email);

        api.adminOf(firm)
                .get("/api/v1/users/{id}/sign-ins", user)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].address")
                .isEqualTo(HERE);
        api.adminOf(api.newFirm())
                .get("/api/v1/users/{id}/sign-ins", user)
                .expectStatus()
                .isNotFound();
        api.as(user, firm, Role.STAFF)
                .get("/api/v1/users/{id}/sign-ins", user)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whatIsOverIsForgottenAfterAWhileAndWhatIsOpenStays() throws SQLException {
        var over = client.signedIn(email);
        var open = client.signedIn(email);
        change("UPDATE sign_in_session SET ended_at = now() - interval '2 days' WHERE id = '" + over.session() + "'");

        dueWorkRunner.runOnce(forgetting).block(Duration.ofSeconds(10));

        assertThat(count("sign_in_session WHERE id = '" + over.session() + "'")).isZero();
        assertThat(count("refresh_token WHERE session_id = '" + over.session() + "'"))
                .isZero();
        client.refresh(over).expectStatus().isUnauthorized();
        client.renewed(open);
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private long count(String what) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void whileAnAccountIsLockedNothingMoreIsRecorded() {
        var pair = client.signedIn(email);
        IntStream.range(0, 9).forEach(_ -> client.login(email, "not the password"));

        client.as(user, pair.session())
                .get("/api/v1/me/sign-ins")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(6);
        assertThat(events.all())
                .filteredOn(event -> event.type().equals("rems.firm.SignInFailed.v1")
                        && event.subject().equals(user))
                .hasSize(5);
    }

    private StatusAssertions end(Pair by, UUID session) {
        return client.as(user, by.session())
                .client()
                .delete()
                .uri("/api/v1/me/sessions/{id}", session)
                .exchange()
                .expectStatus();
    }

    private int status(Pair pair) {
        return client.refresh(pair).returnResult(Void.class).getStatus().value();
    }

    private String reason(Pair pair) {
        return events.await("rems.firm.SessionEnded.v1", pair.session())
                .data()
                .path("reason")
                .stringValue();
    }

    private static List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other) {
        var first = CompletableFuture.supplyAsync(one);
        var second = CompletableFuture.supplyAsync(other);
        return List.of(first.join(), second.join());
    }
}
