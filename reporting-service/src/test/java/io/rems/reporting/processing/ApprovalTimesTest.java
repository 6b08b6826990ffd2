package io.rems.reporting.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import io.rems.reporting.Answers;
import io.rems.reporting.News;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RemsTest
class ApprovalTimesTest {
    private static final String TIMES = "/api/v1/reports/approval-times";

    /** Noon in Kuwait. */
    private static final Instant NOON = Instant.parse("2026-03-10T09:00:00Z");

    private static final String MARCH = "?from=2026-03-01&to=2026-03-31";

    private final FirmId firm = TestCallers.newFirm();

    @Autowired
    TestEvents events;

    @Autowired
    RemsHttp http;

    News news;
    Answers accountant;
    UUID property;

    record Requested(
            UUID expenseId,
            int round,
            UUID propertyId,
            Money amount,
            String rule,
            List<News.Voter> voters,
            Instant requestedAt,
            Instant deadline) {}

    record Escalated(UUID expenseId, int round, UUID propertyId, Instant escalatedAt) {}

    record Decided(UUID expenseId, int round, UUID propertyId, String verdict, boolean automatic, Instant decidedAt) {}

    record Withdrawn(UUID expenseId, int round, UUID propertyId, Instant withdrawnAt) {}

    record Cast(UUID expenseId, int round, News.Voter voter, UUID userId, String verdict, Instant at) {}

    @BeforeEach
    void speakOfAFreshFirm() {
        news = new News(events, firm);
        accountant = new Answers(http, TestCallers.accountant(firm));
        news.firm("Kuwait Properties");
        property = news.property("A-1");
    }

    @Test
    void halfTookLongerThanTheMedianAndATenthLongerThanTheOther() {
        for (int hours = 1; hours <= 11; hours++) {
            decided(NOON, Duration.ofHours(hours), hours % 2 == 0 ? "REJECTED" : "APPROVED");
        }
        news.tell(
                "approval",
                "ApprovalDecided",
                Identifiers.next(),
                3,
                new Decided(Identifiers.next(), 1, property, "APPROVED", true, NOON));

        times(answer -> {
            assertThat(answer.at("/times/median").asString()).isEqualTo("PT6H");
            assertThat(answer.at("/times/p90").asString()).isEqualTo("PT10H");
            assertThat(answer.at("/times/requested").asInt()).isEqualTo(11);
            assertThat(answer.at("/times/approved").asInt()).isEqualTo(6);
            assertThat(answer.at("/times/rejected").asInt()).isEqualTo(5);
            assertThat(answer.at("/times/automatic").asInt()).isEqualTo(1);
            assertThat(answer.at("/times/escalationRate").asDouble()).isZero();
        });
    }

    @Test
    void whatWasEscalatedIsAPartOfWhatWasAskedFor() {
        var late = decided(NOON, Duration.ofHours(80), "APPROVED");
        tell("ApprovalEscalated", late, 4, new Escalated(late, 1, property, NOON.plus(Duration.ofHours(72))));
        for (int i = 0; i < 3; i++) {
            decided(NOON, Duration.ofHours(1), "APPROVED");
        }

        times(answer -> {
            assertThat(answer.at("/times/escalated").asInt()).isOne();
            assertThat(answer.at("/times/escalationRate").asDouble()).isEqualTo(0.25);
        });
    }

    /** 31 March 21:30 in UTC is April where the firm is. */
    @Test
    void daysBeginWhereTheFirmIs() {
        decided(Instant.parse("2026-03-31T21:30:00Z"), Duration.ofHours(1), "APPROVED");
        decided(Instant.parse("2026-02-28T21:30:00Z"), Duration.ofHours(2), "APPROVED");

        times(answer -> assertThat(answer.at("/times/median").asString()).isEqualTo("PT2H"));
        assertThat(accountant
                        .now(TIMES + "?from=2026-04-01&to=2026-04-01")
                        .at("/times/requested")
                        .asInt())
                .isOne();
    }

    @Test
    void eachRoundCountsByItselfAndWhatIsTakenBackTookNoDecision() {
        var expense = Identifiers.next();
        tell("ApprovalRequested", expense, 3, requested(expense, 1, NOON, NOON));
        tell("ApprovalWithdrawn", expense, 4, new Withdrawn(expense, 1, property, NOON.plusSeconds(60)));
        tell("ApprovalRequested", expense, 6, requested(expense, 2, NOON.plusSeconds(3600), NOON));
        tell(
                "ApprovalDecided",
                expense,
                7,
                new Decided(expense, 2, property, "APPROVED", false, NOON.plusSeconds(7200)));

        times(answer -> {
            assertThat(answer.at("/times/requested").asInt()).isEqualTo(2);
            assertThat(answer.at("/times/withdrawn").asInt()).isOne();
            assertThat(answer.at("/times/median").asString()).isEqualTo("PT1H");
        });
    }

    @Test
    void propertiesAndApproversHaveTheirOwn() {
        var other = news.property("B-2");
        var fast = Identifiers.next();
        var slow = Identifiers.next();
        answered(decided(NOON, Duration.ofHours(2), "APPROVED"), fast, Duration.ofHours(1), "APPROVED");
        answered(decided(NOON, Duration.ofHours(4), "APPROVED"), fast, Duration.ofHours(3), "APPROVED");
        property = other;
        answered(decided(NOON, Duration.ofHours(40), "REJECTED"), slow, Duration.ofHours(40), "REJECTED");

        accountant.eventually(
                answer -> assertThat(answer.at("/items")
                                .valueStream()
                                .map(item -> item.path("code").asString() + " "
                                        + item.path("median").asString()))
                        .containsExactly("A-1 PT3H", "B-2 PT40H"),
                TIMES + "/properties" + MARCH);
        accountant.eventually(
                answer -> {
                    assertThat(answer.at("/items/0/userId").asString()).isEqualTo(fast.toString());
                    assertThat(answer.at("/items/0/median").asString()).isEqualTo("PT2H");
                    assertThat(answer.at("/items/1/rejections").asInt()).isOne();
                },
                TIMES + "/approvers" + MARCH);
        assertThat(accountant
                        .now(TIMES + "/approvers" + MARCH + "&sort=-median&limit=1")
                        .at("/items/0/userId")
                        .asString())
                .isEqualTo(slow.toString());
    }

    @Test
    void theOrderOfTheNewsDoesNotMatter() {
        var tellers = new ArrayList<Runnable>();
        for (int i = 1; i <= 5; i++) {
            var expense = Identifiers.next();
            var end = NOON.plus(Duration.ofHours(i));
            tellers.add(() -> tell("ApprovalRequested", expense, 3, requested(expense, 1, NOON, NOON)));
            tellers.add(() -> tell("ApprovalEscalated", expense, 4, new Escalated(expense, 1, property, NOON)));
            tellers.add(() ->
                    tell("ApprovalDecided", expense, 5, new Decided(expense, 1, property, "APPROVED", false, end)));
        }
        Collections.shuffle(tellers, new Random(7));

        tellers.forEach(Runnable::run);

        times(answer -> {
            assertThat(answer.at("/times/approved").asInt()).isEqualTo(5);
            assertThat(answer.at("/times/escalated").asInt()).isEqualTo(5);
            assertThat(answer.at("/times/median").asString()).isEqualTo("PT3H");
        });
    }

    @Test
    void theOperatorSeesLoadAndTimesOfEachFirmAndNobodyThoseOfAnother() {
        decided(NOON, Duration.ofHours(5), "APPROVED");
        var open = Identifiers.next();
        tell("ApprovalRequested", open, 3, requested(open, 1, NOON, NOON.plusSeconds(60)));
        times(answer -> assertThat(answer.at("/times/requested").asInt()).isEqualTo(2));

        var operator = new Answers(http, TestCallers.platformAdministrator());
        var ours = firm(operator, null);

        assertThat(ours).isNotNull();
        assertThat(ours.path("pending").asInt()).isOne();
        assertThat(ours.path("overdue").asInt()).isOne();
        assertThat(ours.path("median").asString()).isEqualTo("PT5H");
        var foreign = new Answers(http, TestCallers.accountant(TestCallers.newFirm()));
        assertThat(foreign.now(TIMES + MARCH).at("/times/requested").asInt()).isZero();
        http.as(TestCallers.owner(firm, Identifiers.next()))
                .get(TIMES)
                .expectStatus()
                .isForbidden();
        http.as(TestCallers.accountant(firm))
                .get("/api/v1/platform/reports/approval-times")
                .expectStatus()
                .isForbidden();
    }

    /** Through all pages. */
    private @Nullable JsonNode firm(Answers operator, @Nullable String cursor) {
        var page = operator.now("/api/v1/platform/reports/approval-times" + MARCH + "&limit=2"
                + (cursor == null ? "" : "&cursor=" + cursor));
        for (var item : page.path("items")) {
            if (item.path("firmId").asString().equals(firm.toString())) {
                return item;
            }
        }
        var next = page.path("next").asString("");
        return next.isEmpty() ? null : firm(operator, next);
    }

    private void times(Consumer<JsonNode> check) {
        accountant.eventually(check::accept, TIMES + MARCH);
    }

    private UUID decided(Instant requested, Duration time, String verdict) {
        var expense = Identifiers.next();
        tell("ApprovalRequested", expense, 3, requested(expense, 1, requested, requested.plus(Duration.ofHours(72))));
        tell("ApprovalDecided", expense, 5, new Decided(expense, 1, property, verdict, false, requested.plus(time)));
        return expense;
    }

    private Requested requested(UUID expense, int round, Instant at, Instant deadline) {
        return new Requested(
                expense,
                round,
                property,
                Money.of("1500.000", "KWD"),
                "SHARE_MAJORITY",
                List.of(News.administrators()),
                at,
                deadline);
    }

    private void answered(UUID expense, UUID user, Duration after, String verdict) {
        var at = NOON.plus(after);
        tell("ApprovalVoteCast", expense, 4, new Cast(expense, 1, News.voter(Identifiers.next()), user, verdict, at));
    }

    private void tell(String event, UUID expense, long version, Object data) {
        news.tell("approval", event, expense, version, data);
    }
}
