package io.rems.reporting;

import static io.rems.reporting.News.voter;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.EventListeners;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is published while the listeners rest reaches the read models together. */
@RemsTest
class ManyAtOnceTest {
    private static final String LOG = "/api/v1/audit-log";
    private static final String PENDING = "/api/v1/reports/pending-approvals?limit=200";

    private final FirmId firm = TestCallers.newFirm();
    private final FirmId other = TestCallers.newFirm();
    private final UUID owner = Identifiers.next();
    private final UUID property = Identifiers.next();
    private final Instant deadline = Instant.parse("2026-11-20T09:00:00Z");

    @Autowired
    TestEvents events;

    @Autowired
    EventListeners listeners;

    @Autowired
    RemsHttp http;

    record EscalatedTo(UUID expenseId, UUID propertyId, Instant deadline, Instant escalatedAt, int level) {}

    @BeforeEach
    void listenersRest() {
        listeners.stop();
    }

    @AfterEach
    void listenersRun() {
        listeners.start();
    }

    @Test
    void everyEscalationCountsOnceHoweverManyComeTogetherAndHoweverOften() {
        List<UUID> mine = escalated(new News(events, firm), 30);
        escalated(new News(events, other), 20);

        listeners.start();

        assertShows(firm, 30, 5);
        assertShows(other, 20, 5);
        assertThat(pending(firm)).containsExactlyInAnyOrderElementsOf(mine);
    }

    @Test
    void theLogTakesManyAtOnceInTheirOrderWithTheirNamesAndIsWhole() {
        var supporter = Actor.user(Identifiers.next()).under(Identifiers.next());
        var news = new News(events, firm);
        for (int version = 1; version <= 60; version++) {
            var named = new News.Named("It's \"{" + version + "}\"\\, NULL", "INDIVIDUAL");
            if (version % 7 == 0) {
                news.by(supporter, "ownership", "OwnerChanged", owner, version, named);
            } else {
                news.tell("ownership", "OwnerChanged", owner, version, named);
            }
        }

        listeners.start();

        var admin = new Answers(http, TestCallers.admin(firm));
        admin.eventually(check -> assertThat(check.at("/entries").asInt()).isEqualTo(60), LOG + "/verification");
        assertThat(admin.now(LOG + "/verification").at("/intact").asBoolean()).isTrue();
        var entries = admin.now(LOG + "?limit=200&sort=time")
                .at("/items")
                .valueStream()
                .toList();
        assertThat(entries)
                .extracting(entry -> entry.at("/payload/name").asString())
                .containsExactlyElementsOf(Stream.iterate(1, version -> version + 1)
                        .limit(60)
                        .map(version -> "It's \"{" + version + "}\"\\, NULL")
                        .toList());
        assertThat(entries)
                .filteredOn(entry -> entry.has("supportAccessId")
                        && !entry.at("/supportAccessId").isNull())
                .hasSize(8)
                .allSatisfy(entry -> assertThat(entry.at("/actor").toString()).contains(supporter.id()));
    }

    /** Each asked for and escalated, some of them to the platform too, and told of once more. */
    private List<UUID> escalated(News news, int expenses) {
        List<UUID> all = Stream.generate(Identifiers::next).limit(expenses).toList();
        all.forEach(expense -> news.requested(expense, 2, property, deadline, voter(owner)));
        all.forEach(expense -> news.escalated(expense, 3, property, deadline));
        all.stream()
                .limit(5)
                .forEach(expense -> news.tell(
                        "approval",
                        "ApprovalEscalated",
                        expense,
                        4,
                        new EscalatedTo(expense, property, deadline, deadline.plusSeconds(60), 2)));
        all.forEach(expense -> news.escalated(expense, 3, property, deadline));
        return all;
    }

    private void assertShows(FirmId of, int escalated, int toThePlatform) {
        var admin = new Answers(http, TestCallers.admin(of));
        admin.eventually(
                check -> assertThat(check.at("/entries").asInt()).isEqualTo(3 * escalated + toThePlatform),
                LOG + "/verification");
        admin.eventually(
                statistics -> assertThat(statistics.at("/expenses/by").toString())
                        .isEqualTo("{\"ESCALATED\":" + escalated + "}"),
                "/api/v1/reports/firm-statistics");
        admin.eventually(
                times -> assertThat(times.at("/times/escalated").asInt()).isEqualTo(escalated),
                "/api/v1/reports/approval-times?from=2026-11-01&to=2026-11-30");
    }

    private List<UUID> pending(FirmId of) {
        var admin = new Answers(http, TestCallers.admin(of));
        admin.eventually(page -> assertThat(page.at("/items").size()).isEqualTo(30), PENDING);
        return admin.now(PENDING)
                .at("/items")
                .valueStream()
                .map(ManyAtOnceTest::expense)
                .toList();
    }

    private static UUID expense(JsonNode item) {
        return UUID.fromString(item.at("/expenseId").asString());
    }
}
