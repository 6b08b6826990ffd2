package io.rems.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import io.rems.reporting.Answers;
import io.rems.reporting.News;
import io.rems.reporting.News.Named;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

@RemsTest
class AuditLogTest {
    private static final String LOG = "/api/v1/audit-log";
    private static final String VERIFICATION = LOG + "/verification";

    private final FirmId firm = TestCallers.newFirm();

    @Autowired
    TestEvents events;

    @Autowired
    RemsHttp http;

    @Autowired
    TestDatabase database;

    News news;
    Answers admin;

    @BeforeEach
    void speakOfAFreshFirm() {
        news = new News(events, firm);
        admin = new Answers(http, TestCallers.admin(firm));
    }

    @Test
    void recordsEveryEventOfEveryServiceAlsoOnesThatNoReportUses() {
        news.firm("Kuwait Properties " + firm);
        var vendor = Identifiers.next();
        news.tell("approval", "VendorAdded", vendor, 1, new Named("Lifts Ltd", "COMPANY"));
        news.tell("tenant", "SomethingNew", Identifiers.next(), 1, new Named("?", "?"));
        news.owner("Sara");

        eventuallyRecorded(4);
        var found = admin.now(LOG + "?entity={vendor}", vendor);
        assertThat(found.at("/items").size()).isOne();
        assertThat(found.at("/items/0/type").asString()).isEqualTo("rems.approval.VendorAdded.v1");
        assertThat(found.at("/items/0/actor").asString()).isEqualTo("service:test");
        assertThat(found.at("/items/0/payload/name").asString()).isEqualTo("Lifts Ltd");
        assertThat(found.at("/asOf").isString()).isTrue();
    }

    @Test
    void findsByActorTypeAndTime() {
        news.owner("Sara");
        news.property("A-1");
        news.owner("Omar");
        eventuallyRecorded(3);

        assertThat(types(LOG + "?type=rems.ownership.OwnerRegistered.v1")).hasSize(2);
        assertThat(types(LOG + "?actor=service:test")).hasSize(3);
        assertThat(types(LOG + "?actor=somebody-else")).isEmpty();
        assertThat(types(LOG + "?from=" + Instant.now().minusSeconds(600))).hasSize(3);
        assertThat(types(LOG + "?to=" + Instant.now().minusSeconds(600))).isEmpty();
    }

    @Test
    void showsUnderWhichSupportAccessSomethingWasDone() throws SQLException {
        var access = Identifiers.next();
        var operator = Identifiers.next();
        var own = news.owner("Sara");
        var supported = Identifiers.next();
        news.by(
                Actor.user(operator).under(access),
                "approval",
                "VendorAdded",
                supported,
                1,
                new Named("Lifts", "COMPANY"));
        eventuallyRecorded(2);

        var found = admin.now(LOG + "?supportAccess={access}", access);
        assertThat(found.at("/items").size()).isOne();
        assertThat(found.at("/items/0/entity").asString()).isEqualTo(supported.toString());
        assertThat(found.at("/items/0/actor").asString()).isEqualTo(operator.toString());
        assertThat(found.at("/items/0/supportAccessId").asString()).isEqualTo(access.toString());
        assertThat(admin.now(LOG + "?entity={own}", own)
                        .at("/items/0/supportAccessId")
                        .isNull())
                .isTrue();
        assertThat(admin.now(VERIFICATION).at("/intact").asBoolean()).isTrue();

        tamper("UPDATE audit_entry SET support_access = NULL WHERE support_access IS NOT NULL");

        assertThat(admin.now(VERIFICATION).at("/firstBreak/reason").asString()).isEqualTo("ALTERED");
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        IntStream.range(0, 7).forEach(i -> news.owner("Owner " + i));
        eventuallyRecorded(7);
        var seen = new HashSet<Long>();

        var page = admin.now(LOG + "?limit=3");
        numbers(page).forEach(seen::add);
        while (page.has("next")) {
            page = admin.now(LOG + "?limit=3&cursor={cursor}", page.get("next").asString());
            numbers(page).forEach(seen::add);
        }

        assertThat(seen).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void numbersEntriesWithoutGapsAlthoughFourTopicsSpeakAtOnceAndEventsComeTwice() {
        for (int i = 0; i < 10; i++) {
            var owner = Identifiers.next();
            var id = news.tell("ownership", "OwnerRegistered", owner, 1, new Named("Owner", "COMPANY"));
            news.granted(Role.VIEWER);
            news.tell("approval", "VendorAdded", Identifiers.next(), 1, new Named("Vendor", "COMPANY"));
            news.tell("tenant", "TenantRegistered", Identifiers.next(), 1, new Named("Tenant", "PERSON"));
            news.again(id, "ownership", "OwnerRegistered", owner, 1, new Named("Owner", "COMPANY"));
        }

        eventuallyRecorded(40);
        var check = admin.now(VERIFICATION);
        assertThat(check.at("/intact").asBoolean()).isTrue();
        assertThat(check.at("/checkedTo").asLong()).isEqualTo(40);
        assertThat(check.at("/digest").asString()).hasSize(64);
        assertThat(numbers(admin.now(LOG + "?limit=200")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void namesTheFirstEntryThatWasAltered() throws SQLException {
        recordFive();

        tamper("UPDATE audit_entry SET payload = '{\"name\":\"Nobody\"}' WHERE sequence IN (3, 4)");

        var check = admin.now(VERIFICATION);
        assertThat(check.at("/intact").asBoolean()).isFalse();
        assertThat(check.at("/firstBreak/sequence").asLong()).isEqualTo(3);
        assertThat(check.at("/firstBreak/reason").asString()).isEqualTo("ALTERED");
        assertThat(check.at("/firstBreak/eventId").isString()).isTrue();
    }

    @Test
    void namesWhoDidItOnlyAsItWasWritten() throws SQLException {
        recordFive();

        tamper("UPDATE audit_entry SET actor = 'somebody-else' WHERE sequence = 2");

        assertThat(admin.now(VERIFICATION).at("/firstBreak/sequence").asLong()).isEqualTo(2);
    }

    @Test
    void noticesAnEntryThatWasTakenOut() throws SQLException {
        recordFive();

        tamper("DELETE FROM audit_entry WHERE sequence = 2");

        var check = admin.now(VERIFICATION);
        assertThat(check.at("/firstBreak/sequence").asLong()).isEqualTo(2);
        assertThat(check.at("/firstBreak/reason").asString()).isEqualTo("MISSING");
    }

    @Test
    void noticesThatTheEndWasCutOff() throws SQLException {
        recordFive();

        tamper("DELETE FROM audit_entry WHERE sequence = 5");
        assertThat(admin.now(VERIFICATION).at("/firstBreak/reason").asString()).isEqualTo("MISSING");

        tamper("UPDATE audit_chain SET sequence = 4");
        assertThat(admin.now(VERIFICATION).at("/firstBreak/reason").asString()).isEqualTo("END_DIFFERS");
    }

    @Test
    void noticesThatAnEntryAndItsDigestWereRewrittenByTheLinkOfTheNext() throws SQLException {
        recordFive();

        tamper("""
                UPDATE audit_entry e SET actor = 'somebody-else',
                       digest = audit_digest(p.digest, e.firm_id, e.sequence, e.event_id, e.type, e.source, e.subject,
                                             e.aggregate_version, 'somebody-else', e.time, e.payload::text, NULL)
                  FROM audit_entry p WHERE e.sequence = 3 AND p.sequence = 2""");

        assertThat(admin.now(VERIFICATION).at("/firstBreak/sequence").asLong()).isEqualTo(4);
    }

    @Test
    void checksAPartOfTheChainByItself() throws SQLException {
        recordFive();
        tamper("UPDATE audit_entry SET actor = 'somebody-else' WHERE sequence = 2");

        var check = admin.now(VERIFICATION + "?from=4");

        assertThat(check.at("/intact").asBoolean()).isTrue();
        assertThat(check.at("/checkedFrom").asLong()).isEqualTo(4);
    }

    @Test
    void doesNotCheckWhatIsNotThereYet() {
        recordFive();

        admin.get(VERIFICATION + "?from=7").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        admin.get(VERIFICATION + "?from=0").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void theOperatorReadsWhatBelongsToNoFirm() {
        var user = Identifiers.next();
        new News(events, FirmId.PLATFORM).tell("firm", "UserRegistered", user, 1, new Named("Sara", "USER"));
        var operator = new Answers(http, TestCallers.platformAdministrator());

        operator.eventually(
                log -> assertThat(log.at("/items/0/payload/name").asString()).isEqualTo("Sara"),
                "/api/v1/platform/audit-log?entity={user}",
                user);
        assertThat(operator.now("/api/v1/platform/audit-log/verification")
                        .at("/intact")
                        .asBoolean())
                .isTrue();
        assertThat(admin.now(LOG + "?entity={user}", user).at("/items").size()).isZero();
        admin.get("/api/v1/platform/audit-log").expectStatus().isForbidden();
    }

    @Test
    void theServiceItselfCannotChangeAnEntry() throws SQLException {
        recordFive();

        try (var connection = database.asApp(firm);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE audit_entry SET actor = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit_entry"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aForeignFirmSeesNothingAndHasAChainOfItsOwn() {
        var sara = news.owner("Sara");
        eventuallyRecorded(1);
        var foreigner = new Answers(http, TestCallers.admin(TestCallers.newFirm()));

        assertThat(foreigner.now(LOG + "?entity={sara}", sara).at("/items").size())
                .isZero();
        var check = foreigner.now(VERIFICATION);
        assertThat(check.at("/intact").asBoolean()).isTrue();
        assertThat(check.at("/entries").asLong()).isZero();
    }

    @Test
    void onlyAnAdministratorMayLook() {
        new Answers(http, TestCallers.accountant(firm)).get(LOG).expectStatus().isForbidden();
        new Answers(http, TestCallers.accountant(firm))
                .get(VERIFICATION)
                .expectStatus()
                .isForbidden();
    }

    private void recordFive() {
        IntStream.range(0, 5).forEach(i -> news.owner("Owner " + i));
        eventuallyRecorded(5);
        assertThat(admin.now(VERIFICATION).at("/intact").asBoolean()).isTrue();
    }

    private void eventuallyRecorded(long entries) {
        admin.eventually(check -> assertThat(check.at("/entries").asLong()).isEqualTo(entries), VERIFICATION);
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("SELECT set_config('rems.firm_id', '" + firm + "', false)");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private List<String> types(String path) {
        return admin.now(path)
                .at("/items")
                .valueStream()
                .map(item -> item.get("type").asString())
                .toList();
    }

    private static List<Long> numbers(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.get("sequence").asLong())
                .toList();
    }
}
