package io.rems.firm.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.password.Line;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What makes guessing slow, and tells the one who guesses nothing. */
@RemsTest
class GuessingTest {
    private static final String WRONG = "not the password";
    private static final int SAMPLES = 30;
    /** Four standard deviations of the statistic if both come from one distribution. */
    private static final double FAR_FROM_EVEN = 0.3;

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Line line;

    private FirmApi api;

    @BeforeEach
    void api() {
        api = new FirmApi(http);
    }

    @Test
    void manyFailuresFromOneNetworkMakeItWaitAndNoOther() {
        var guesser = new SignInClient(http, "2001:db8:77:1::1");
        IntStream.range(0, 21)
                .forEach(_ -> guesser.login(someEmail(), WRONG).expectStatus().isUnauthorized());
        var email = someEmail();
        api.newUser(email);

        var neighbour = new SignInClient(http, "2001:db8:77:1:ffff::9").login(email, FirmApi.PASSWORD);
        neighbour
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("RATE_LIMITED");
        new SignInClient(http, "2001:db8:77:2::1").signedIn(email);
    }

    @Test
    void addressThatTheGatewayDidNotVouchForCountsForNobody() {
        IntStream.range(0, 25)
                .forEach(_ -> http.client()
                        .post()
                        .uri("/api/v1/auth/login")
                        .header("X-Forwarded-For", "198.51.100.99")
                        .bodyValue(Map.of("email", someEmail(), "password", WRONG))
                        .exchange()
                        .expectStatus()
                        .isUnauthorized());
    }

    @Test
    void timeDoesNotTellWhichEmailsExist() throws SQLException {
        var known = someEmail();
        api.newUser(known);
        var locked = someEmail();
        api.newUser(locked);
        var disabled = someEmail();
        api.newUser(disabled);
        change("UPDATE portal_user SET status = 'DISABLED' WHERE email_key = '" + disabled + "'");
        var invited = someEmail();
        api.operator().post("/api/v1/platform/users", Map.of("email", invited, "name", "Invited"));
        IntStream.range(0, 5).forEach(_ -> guess(locked));

        var emails = List.of(
                Map.entry("known", known),
                Map.entry("locked", locked),
                Map.entry("disabled", disabled),
                Map.entry("invited", invited));
        var times = new TreeMap<String, List<Long>>();
        var order = new Random(42);
        for (int i = 0; i < SAMPLES; i++) {
            change("DELETE FROM sign_in_attempt WHERE email_key IN ('" + known + "', '" + disabled + "', '" + invited
                    + "')");
            var round = new ArrayList<>(emails);
            round.add(Map.entry("unknown", someEmail()));
            Collections.shuffle(round, order);
            guess(someEmail());
            round.forEach(one ->
                    times.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(guess(one.getValue())));
        }

        var unknown = Objects.requireNonNull(times.remove("unknown"));
        times.forEach((who, taken) -> assertThat(Math.abs(shareOfSlower(taken, unknown) - 0.5))
                .as("share of pairs in which an e-mail that is %s answers later than an unknown one", who)
                .isLessThan(FAR_FROM_EVEN));
    }

    @Test
    void weakerHashIsReplacedOnceThePasswordWasRight() throws SQLException {
        var email = someEmail();
        var user = api.newUser(email);
        var weak = new Argon2PasswordEncoder(16, 32, 1, 512, 1).encode(FirmApi.PASSWORD);
        change("UPDATE credential SET password_hash = '" + weak + "' WHERE user_id = '" + user + "'");
        var client = new SignInClient(http, "203.0.113.5");

        client.login(email, WRONG).expectStatus().isUnauthorized();
        assertThat(hashOf(user)).isEqualTo(weak);
        client.signedIn(email);

        var stronger = hashOf(user);
        assertThat(stronger).startsWith("$argon2id$v=19$m=1024,t=1,p=1$").isNotEqualTo(weak);
        client.signedIn(email);
        assertThat(hashOf(user)).isEqualTo(stronger);
    }

    @Test
    void hashesWithWeakParametersAreReplacedOnceWhoeverSignsInAtTheSameInstant() throws SQLException {
        var email = someEmail();
        var user = api.newUser(email);
        var weak = new Argon2PasswordEncoder(16, 32, 1, 512, 1).encode(FirmApi.PASSWORD);
        change("UPDATE credential SET password_hash = '" + weak + "' WHERE user_id = '" + user + "'");
        var client = new SignInClient(http, "203.0.113.6");

        IntStream.range(0, 4).parallel().forEach(_ -> client.signedIn(email));

        assertThat(hashOf(user)).contains("m=1024");
        client.signedIn(email);
    }

    @Test
    void passwordIsTheSameHoweverItIsTypedAndAnOldHashIsMadeAnewForThat() throws SQLException {
        var email = someEmail();
        var user = api.newUser(email);
        var composed = "caf\u00e9 na\u00efve \u00e9clair";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        var old = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(decomposed);
        change("UPDATE credential SET password_hash = '" + old + "' WHERE user_id = '" + user + "'");
        var client = new SignInClient(http, "203.0.113.8");
        client.login(email, composed).expectStatus().isUnauthorized();

        client.login(email, decomposed).expectStatus().isOk();

        assertThat(hashOf(user)).isNotEqualTo(old);
        client.login(email, composed).expectStatus().isOk();
        client.login(email, decomposed).expectStatus().isOk();
    }

    @Test
    void whileEveryPlaceInTheLineIsTakenSignInIsRefusedAtOnceAndReadsGoOn() {
        var email = someEmail();
        api.newUser(email);
        var firm = api.newFirm();
        var end = Sinks.<String>one();
        var waiting = Flux.range(0, 200)
                .flatMap(_ -> line.turn(end.asMono()).onErrorResume(_ -> Mono.empty()), 200)
                .collectList()
                .toFuture();
        try {
            new SignInClient(http, "203.0.113.7")
                    .login(email, FirmApi.PASSWORD)
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "5");
            http.as(TestCallers.admin(firm))
                    .get("/api/v1/firms/{id}", firm)
                    .expectStatus()
                    .isOk();
            new SignInClient(http, "203.0.113.7")
                    .post("/api/v1/auth/password-resets", Map.of("email", email))
                    .expectStatus()
                    .isAccepted();
        } finally {
            end.tryEmitValue("end");
        }

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        new SignInClient(http, "203.0.113.7").signedIn(email);
    }

    private static String someEmail() {
        return Identifiers.next() + "@users.example";
    }

    /** Nanoseconds until the refusal. */
    private long guess(String email) {
        long start = System.nanoTime();
        http.client()
                .post()
                .uri("/api/v1/auth/login")
                .bodyValue(Map.of("email", email, "password", WRONG))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        return System.nanoTime() - start;
    }

    /** The statistic of Mann, Whitney and Wilcoxon: one half if neither tends to be slower. */
    private static double shareOfSlower(List<Long> these, List<Long> those) {
        long slower = these.stream()
                .mapToLong(one -> those.stream().filter(other -> one > other).count())
                .sum();
        return (double) slower / ((long) these.size() * those.size());
    }

    private String hashOf(UUID user) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT password_hash FROM credential WHERE user_id = '" + user + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
