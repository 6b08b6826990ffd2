package io.rems.ownership.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@RemsTest
class HistoryReadingTest {

    @Autowired
    RemsHttp http;

    @Autowired
    TestDatabase database;

    Estate estate;
    UUID property;
    UUID mona;
    UUID omar;
    UUID period;
    Instant asEntered;

    @BeforeEach
    void monasShareWasEnteredAndThenCorrected() {
        estate = new Estate(http);
        property = estate.property("Z1");
        mona = estate.owner("Mona");
        omar = estate.owner("Omar");
        period = Identifiers.next();
        estate.give(property, period, mona, "1/3", "2020-01-01", null)
                .expectStatus()
                .isCreated();
        asEntered = now();
        estate.correct(
                        property,
                        period,
                        1,
                        Map.of("ownerId", mona, "share", "2/3", "from", "2020-01-01", "reason", "Misread"))
                .expectStatus()
                .isOk();
    }

    @Test
    void whatWasKnownIsToldAsItWasKnown() {
        ownership("?asOf=2021-01-01&knownAt=" + asEntered)
                .jsonPath("$.holders[0].share.fraction")
                .isEqualTo("1/3")
                .jsonPath("$.holders[1].type")
                .isEqualTo("FIRM_DEFAULT")
                .jsonPath("$.holders[1].share.fraction")
                .isEqualTo("2/3");
        ownership("?asOf=2021-01-01").jsonPath("$.holders[0].share.fraction").isEqualTo("2/3");
        ownership("?asOf=2021-01-01&knownAt=2000-01-01T00:00:00Z")
                .jsonPath("$.holders.length()")
                .isEqualTo(1)
                .jsonPath("$.holders[0].type")
                .isEqualTo("FIRM_DEFAULT");
        read("/ownership-periods?knownAt=" + asEntered)
                .jsonPath("$.items[0].share.fraction")
                .isEqualTo("1/3");
        read("/ownership/summary?asOf=2021-01-01&knownAt=" + asEntered)
                .jsonPath("$.assigned.fraction")
                .isEqualTo("1/3");
        portfolio("?asOf=2021-01-01&knownAt=" + asEntered)
                .jsonPath("$.properties[0].share.fraction")
                .isEqualTo("1/3");
    }

    @Test
    void nobodyKnowsWhatIsToCome() {
        for (var path : List.of(
                "/api/v1/properties/{id}/ownership?knownAt=2999-01-01T00:00:00Z",
                "/api/v1/properties/{id}/ownership/timeline?knownAt=2999-01-01T00:00:00Z",
                "/api/v1/properties/{id}/ownership?knownAt=9999-12-31T23:59:59Z",
                "/api/v1/properties/{id}/ownership?knownAt=1899-12-31T23:59:59Z")) {
            estate.accountant()
                    .get(path, property)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("knownAt");
        }
        estate.accountant()
                .get("/api/v1/owners/{id}/portfolio?knownAt=2999-01-01T00:00:00Z", mona)
                .expectStatus()
                .isEqualTo(422);
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?knownAt=yesterday", property)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void timelineTellsWhoRecordedWhatAndWhy() {
        read("/ownership/timeline")
                .jsonPath("$.intervals.length()")
                .isEqualTo(2)
                .jsonPath("$.intervals[0].holders[0].type")
                .isEqualTo("FIRM_DEFAULT")
                .jsonPath("$.intervals[1].holders[*].share.fraction")
                .value(shares -> assertThat(shares).isEqualTo(List.of("2/3", "1/3")))
                .jsonPath("$.history.length()")
                .isEqualTo(2)
                .jsonPath("$.history[0].recorded.change")
                .isEqualTo("PERIOD_ADDED")
                .jsonPath("$.history[0].recorded.by")
                .isNotEmpty()
                .jsonPath("$.history[0].superseded.change")
                .isEqualTo("PERIOD_CORRECTED")
                .jsonPath("$.history[0].superseded.reason")
                .isEqualTo("Misread")
                .jsonPath("$.history[1].recorded.reason")
                .isEqualTo("Misread")
                .jsonPath("$.history[1].superseded")
                .doesNotExist();
        read("/ownership/timeline?knownAt=" + asEntered)
                .jsonPath("$.intervals[1].holders[0].share.fraction")
                .isEqualTo("1/3")
                .jsonPath("$.history.length()")
                .isEqualTo(1)
                .jsonPath("$.history[0].superseded")
                .doesNotExist();
    }

    @Test
    void whoAsksWhatIsKnownWaitsForWhoIsJustRecording() throws Exception {
        try (var writer = database.asApp(estate.firm());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writer.setAutoCommit(false);
            execute(writer, "SELECT FROM ownership_begin_change('%s', '%s')".formatted(estate.firm(), property));
            execute(writer, "UPDATE ownership_period SET superseded_at = now() WHERE superseded_at IS NULL");
            var asked = now();

            var answer = threads.submit(
                    () -> body("/api/v1/properties/" + property + "/ownership?asOf=2021-01-01&knownAt=" + asked));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(writer));
            assertThat(answer).isNotDone();
            writer.commit();

            assertThat(answer.get(20, TimeUnit.SECONDS)).doesNotContain("Mona");
        }
    }

    @Test
    void portfolioWaitsForWhoIsJustRecordingSomethingOfTheOwner() throws Exception {
        try (var writer = database.asApp(estate.firm());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writer.setAutoCommit(false);
            execute(writer, "SELECT FROM owner WHERE id = '" + mona + "' FOR KEY SHARE");

            var answer = threads.submit(() -> body("/api/v1/owners/" + mona + "/portfolio?knownAt=" + now()));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(writer));
            writer.rollback();

            assertThat(answer.get(20, TimeUnit.SECONDS)).contains("Z1");
        }
    }

    @Test
    void valueOfAPortfolioWaitsForWhoIsJustValuingOneOfItsProperties() throws Exception {
        try (var writer = database.asApp(estate.firm());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            writer.setAutoCommit(false);
            execute(writer, "SELECT FROM property WHERE id = '" + property + "' FOR NO KEY UPDATE");
            execute(writer, """
                    INSERT INTO valuation (firm_id, id, revision, property_id, valued_on, amount_minor, currency, method,
                                           recorded_at)
                    VALUES ('%s', gen_random_uuid(), 1, '%s', '2020-01-01', 600000, 'KWD', 'COST', clock_timestamp())""".formatted(estate.firm(), property));
            var asked = now();

            var answer = threads.submit(
                    () -> body("/api/v1/owners/" + mona + "/portfolio?asOf=2021-01-01&knownAt=" + asked));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(writer));
            assertThat(answer).isNotDone();
            writer.commit();

            var told = answer.get(20, TimeUnit.SECONDS);
            assertThat(told).contains("600.000").contains("\"unvalued\":0");
            assertThat(body("/api/v1/owners/" + mona + "/portfolio?asOf=2021-01-01&knownAt=" + asked))
                    .isEqualTo(told);
        }
    }

    @Test
    void ownerIsToldOfOthersNameAndShareAlone() {
        estate.give(property, omar, "1/3", "2020-01-01", null).expectStatus().isCreated();
        estate.give(property, estate.owner("Sara"), "1/1", "2010-01-01", "2011-01-01")
                .expectStatus()
                .isCreated();
        var asMona = estate.asOwner(mona);

        asMona.get("/api/v1/properties/{id}/ownership", property)
                .expectBody()
                .jsonPath("$.holders[?(@.name == 'Omar')].share.fraction")
                .isEqualTo("1/3")
                .jsonPath("$.holders[?(@.name == 'Omar' && @.ownerId == null && @.from == null)]")
                .isNotEmpty()
                .jsonPath("$.holders[?(@.name == 'Mona')].ownerId")
                .isEqualTo(mona.toString());
        asMona.get("/api/v1/properties/{id}/ownership/timeline", property)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.intervals.length()")
                .isEqualTo(1)
                .jsonPath("$.intervals[0].from")
                .isEqualTo("2020-01-01")
                .jsonPath("$.history[*].period.ownerName")
                .value(names -> assertThat(names).isEqualTo(List.of("Mona", "Mona")))
                .jsonPath("$.history[0].superseded.reason")
                .doesNotExist()
                .jsonPath("$.history[0].recorded.by")
                .doesNotExist();
        estate.asOwner(estate.owner("Zaid"))
                .get("/api/v1/properties/{id}/ownership/timeline", property)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoNeverReallyHeldAnythingIsNotShownWhatWasBelieved() {
        var wrong = Identifiers.next();
        estate.give(property, wrong, omar, "1/3", "2020-01-01", null)
                .expectStatus()
                .isCreated();
        var believed = now();
        estate.annul(property, wrong, 1).expectStatus().isNoContent();

        estate.asOwner(omar)
                .get("/api/v1/properties/{id}/ownership?knownAt={at}", property, believed)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void summaryTellsHowThePropertyIsHeld() {
        estate.give(property, omar, "1/6", "2020-01-01", null).expectStatus().isCreated();

        read("/ownership/summary?asOf=2020-01-01")
                .jsonPath("$.assigned.fraction")
                .isEqualTo("5/6")
                .jsonPath("$.firmDefault.fraction")
                .isEqualTo("1/6")
                .jsonPath("$.complete")
                .isEqualTo(false)
                .jsonPath("$.owners")
                .isEqualTo(2)
                .jsonPath("$.primaryContact")
                .doesNotExist();
    }

    @Test
    void portfolioIsWorthTheSharesOfItsProperties() {
        var second = estate.property("Z2");
        estate.give(second, mona, "1/7", "2020-01-01", null).expectStatus().isCreated();
        estate.give(estate.property("Z3"), mona, "1/1", "2020-01-01", null)
                .expectStatus()
                .isCreated();
        value(property, "2019-06-01", "100000.000");
        value(property, "2022-01-01", "100000.001");
        value(second, "2020-01-01", "10.000");

        portfolio("?asOf=2022-06-01")
                .jsonPath("$.properties[0].value.amount.amount")
                .isEqualTo("100000.001")
                .jsonPath("$.properties[0].valueByShare.amount")
                .isEqualTo("66666.667")
                .jsonPath("$.properties[1].valueByShare.amount")
                .isEqualTo("1.429")
                .jsonPath("$.properties[2].valueByShare")
                .doesNotExist()
                .jsonPath("$.value[0].amount")
                .isEqualTo("66668.096")
                .jsonPath("$.unvalued")
                .isEqualTo(1)
                .jsonPath("$.whole")
                .isEqualTo(1);
        portfolio("?asOf=2021-12-31").jsonPath("$.properties[0].value.valuedOn").isEqualTo("2019-06-01");
    }

    @Test
    void archivedPropertyKeepsItsOwnershipAsItIs() {
        var archived = estate.property("Z9");
        estate.accountant()
                .post("/api/v1/properties/{id}/archival", Map.of("reason", "Sold"), archived)
                .expectStatus()
                .is2xxSuccessful();

        estate.give(archived, mona, "1/3", "2020-01-01", null)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("PROPERTY_ARCHIVED");
        estate.assign(archived, 0, "2020-01-01", null, mona, "1/3")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void anotherFirmReadsNoHistory() {
        var stranger = new Estate(http).accountant();

        stranger.get("/api/v1/properties/{id}/ownership/timeline", property)
                .expectStatus()
                .isNotFound();
        stranger.get("/api/v1/properties/{id}/ownership/timeline?knownAt={at}", property, asEntered)
                .expectStatus()
                .isNotFound();
        stranger.get("/api/v1/properties/{id}/ownership/summary", property)
                .expectStatus()
                .isNotFound();
        stranger.get("/api/v1/owners/{id}/portfolio?knownAt={at}", mona, asEntered)
                .expectStatus()
                .isNotFound();
    }

    private void value(UUID of, String day, String amount) {
        estate.accountant()
                .post(
                        "/api/v1/properties/{id}/valuations",
                        Map.of(
                                "valuedOn",
                                day,
                                "amount",
                                Map.of("amount", amount, "currency", "KWD"),
                                "method",
                                "INCOME"),
                        of)
                .expectStatus()
                .isCreated();
    }

    private BodyContentSpec ownership(String query) {
        return read("/ownership" + query);
    }

    private BodyContentSpec portfolio(String query) {
        return estate.accountant()
                .get("/api/v1/owners/{id}/portfolio" + query, mona)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private BodyContentSpec read(String path) {
        return estate.accountant()
                .get("/api/v1/properties/{id}" + path, property)
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String body(String path) {
        return String.valueOf(estate.accountant()
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether somebody waits for this session. */
    private static boolean waiting(Connection writer) throws SQLException {
        try (var statement = writer.createStatement();
                var rows = statement.executeQuery("""
                        SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'
                            AND transactionid = pg_current_xact_id()::xid)""")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
