package io.rems.reporting.approvals;

import static io.rems.reporting.News.administrators;
import static io.rems.reporting.News.voter;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import io.rems.reporting.Answers;
import io.rems.reporting.News;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class PendingApprovalsTest {
    private static final String PENDING = "/api/v1/reports/pending-approvals";

    private final FirmId firm = TestCallers.newFirm();

    @Autowired
    TestEvents events;

    @Autowired
    RemsHttp http;

    News news;
    Answers accountant;

    @BeforeEach
    void speakOfAFreshFirm() {
        news = new News(events, firm);
        accountant = new Answers(http, TestCallers.accountant(firm));
    }

    @Test
    void showsTheMostUrgentFirst() {
        var property = news.property("A-1");
        var now = Instant.now();
        request(property, now.plusSeconds(90_000));
        var overdue = request(property, now.minusSeconds(60));
        request(property, now.plusSeconds(3_600));

        accountant.eventually(
                answer -> {
                    assertThat(answer.at("/items")
                                    .valueStream()
                                    .map(item -> item.get("urgency").asString()))
                            .containsExactly("OVERDUE", "DUE_SOON", "NORMAL");
                    assertThat(answer.at("/items/0/expenseId").asString()).isEqualTo(overdue.toString());
                    assertThat(answer.at("/items/0/property/code").asString()).isEqualTo("A-1");
                    assertThat(answer.at("/items/0/amount/amount").asString()).isEqualTo("1500.000");
                    assertThat(answer.at("/summary/overdue").asInt()).isOne();
                    assertThat(answer.at("/summary/dueSoon").asInt()).isOne();
                    assertThat(answer.at("/summary/normal").asInt()).isOne();
                },
                PENDING);
        var soon = accountant.now(PENDING + "?urgency=DUE_SOON");
        assertThat(soon.at("/items").size()).isOne();
        assertThat(soon.at("/items/0/urgency").asString()).isEqualTo("DUE_SOON");
    }

    @Test
    void aRequestLeavesTheListOnceItIsDecidedEvenIfItsNewsComesLater() {
        var property = Identifiers.next();
        var decided = Identifiers.next();
        var deadline = Instant.now().plusSeconds(3600);
        news.rejected(decided, 4, property);
        news.voted(decided, 4, Identifiers.next(), "REJECTED");
        news.requested(decided, 2, property, deadline, administrators());
        news.submitted(decided, 2);
        var open = request(property, deadline);

        accountant.eventually(
                answer -> {
                    assertThat(answer.at("/items").size()).isOne();
                    assertThat(answer.at("/items/0/expenseId").asString()).isEqualTo(open.toString());
                },
                PENDING);
        assertThat(new Answers(http, TestCallers.admin(firm))
                        .now("/api/v1/reports/firm-statistics")
                        .at("/expenses/by/REJECTED")
                        .asInt())
                .isOne();
    }

    @Test
    void anEscalatedRequestIsStillPendingAndSaysSo() {
        var property = news.property("A-1");
        var deadline = Instant.now().minusSeconds(5);
        var expense = request(property, deadline);
        news.escalated(expense, 3, property, deadline);

        accountant.eventually(
                answer -> {
                    assertThat(answer.at("/items/0/state").asString()).isEqualTo("ESCALATED");
                    assertThat(answer.at("/items/0/urgency").asString()).isEqualTo("OVERDUE");
                    assertThat(answer.at("/items/0/escalatedAt").isString()).isTrue();
                },
                PENDING);
    }

    @Test
    void anOwnerSeesOnlyWhatWaitsForHim() {
        var sara = news.owner("Sara");
        var omar = news.owner("Omar");
        var property = news.property("A-1");
        var expense = Identifiers.next();
        news.requested(
                expense, 2, property, Instant.now().plusSeconds(3600), voter(sara), voter(omar), administrators());
        var asSara = new Answers(http, TestCallers.owner(firm, sara));
        var asOmar = new Answers(http, TestCallers.owner(firm, omar));
        asSara.eventually(answer -> assertThat(answer.at("/items").size()).isOne(), PENDING);

        news.voted(expense, 3, sara, "APPROVED");

        asSara.eventually(
                answer -> assertThat(answer.at("/summary/total").asInt()).isZero(), PENDING);
        var waiting = asOmar.now(PENDING);
        assertThat(waiting.at("/items/0/expenseId").asString()).isEqualTo(expense.toString());
        assertThat(waiting.at("/items/0/voters/0/name").asString()).isEqualTo("Sara");
        assertThat(waiting.at("/items/0/voters/0/verdict").asString()).isEqualTo("APPROVED");
        assertThat(waiting.at("/items/0/voters/2/type").asString()).isEqualTo("ADMINISTRATORS");
        assertThat(asSara.now(PENDING + "?ownerId={other}", omar).at("/items").size())
                .isZero();
    }

    @Test
    void whatIsReroutedWaitsForThoseWhoAreAskedNowAndVotesThatAreKeptStay() {
        var sara = news.owner("Sara");
        var omar = news.owner("Omar");
        var lila = news.owner("Lila");
        var property = news.property("A-1");
        var expense = Identifiers.next();
        var deadline = Instant.now().plusSeconds(3600);
        news.requested(expense, 2, property, deadline, voter(sara), voter(omar));
        news.voted(expense, 3, sara, "APPROVED");
        news.escalated(expense, 4, property, deadline);

        news.rerouted(expense, 5, property, deadline, List.of(voter(sara), voter(lila)), sara);
        news.voted(expense, 3, omar, "APPROVED");

        var asLila = new Answers(http, TestCallers.owner(firm, lila));
        asLila.eventually(
                answer -> {
                    assertThat(answer.at("/items/0/state").asString()).isEqualTo("ESCALATED");
                    assertThat(answer.at("/items/0/voters").findValuesAsString("name"))
                            .containsExactly("Sara", "Lila");
                    assertThat(answer.at("/items/0/voters/0/verdict").asString())
                            .isEqualTo("APPROVED");
                },
                PENDING);
        for (var other : List.of(sara, omar)) {
            new Answers(http, TestCallers.owner(firm, other))
                    .eventually(
                            answer -> assertThat(answer.at("/summary/total").asInt())
                                    .isZero(),
                            PENDING);
        }
    }

    @Test
    void whatWaitsForAnOwnerWhoWasRegisteredTwiceWaitsUnderTheEntryThatGoesOn() {
        var sara = news.owner("Sara");
        var twice = news.owner("Sarah");
        var property = news.property("A-1");
        var both = Identifiers.next();
        var one = Identifiers.next();
        var deadline = Instant.now().plusSeconds(3600);
        news.requested(both, 2, property, deadline, voter(sara), voter(twice), administrators());
        news.requested(one, 2, property, deadline, voter(twice), administrators());
        news.voted(both, 3, twice, "APPROVED");
        var asSara = new Answers(http, TestCallers.owner(firm, sara));
        asSara.eventually(
                answer -> assertThat(answer.at("/summary/total").asInt()).isOne(), PENDING);

        var merged = news.merged(twice, sara, 2);
        news.again(merged, "ownership", "OwnerMerged", twice, 2, new News.Merged(twice, sara));

        asSara.eventually(
                answer -> {
                    assertThat(answer.at("/summary/total").asInt()).isEqualTo(2);
                    assertThat(answer.at("/items")
                                    .valueStream()
                                    .flatMap(item -> item.at("/voters").valueStream())
                                    .filter(voter ->
                                            voter.at("/type").asString().equals("OWNER"))
                                    .map(voter -> voter.at("/name").asString()))
                            .containsOnly("Sara");
                },
                PENDING);
        news.voted(both, 4, sara, "APPROVED");
        news.voted(one, 3, twice, "REJECTED");
        asSara.eventually(
                answer -> assertThat(answer.at("/summary/total").asInt()).isZero(), PENDING);
        accountant.eventually(
                statistics -> assertThat(statistics.at("/owners").asInt()).isOne(), "/api/v1/reports/firm-statistics");
    }

    @Test
    void aVoteOfAnEarlierRoundIsAskedAgain() {
        var sara = news.owner("Sara");
        var property = news.property("A-1");
        var expense = Identifiers.next();
        var asSara = new Answers(http, TestCallers.owner(firm, sara));
        news.requested(expense, 2, property, Instant.now().plusSeconds(3600), voter(sara), administrators());
        news.voted(expense, 3, sara, "APPROVED");
        news.requested(expense, 5, property, Instant.now().plusSeconds(7200), voter(sara), administrators());

        asSara.eventually(
                answer -> {
                    assertThat(answer.at("/items").size()).isOne();
                    assertThat(answer.at("/items/0/voters/0/verdict").isNull()).isTrue();
                },
                PENDING);
    }

    @Test
    void aForeignFirmSeesNothing() {
        request(news.property("A-1"), Instant.now().plusSeconds(3600));
        accountant.eventually(answer -> assertThat(answer.at("/items").size()).isOne(), PENDING);

        var foreigner = new Answers(http, TestCallers.admin(TestCallers.newFirm())).now(PENDING);

        assertThat(foreigner.at("/items").size()).isZero();
        assertThat(foreigner.at("/summary/total").asInt()).isZero();
        assertThat(foreigner.has("asOf")).isFalse();
    }

    @Test
    void aTenantMayNotLook() {
        new Answers(http, TestCallers.tenant(firm, Identifiers.next()))
                .get(PENDING)
                .expectStatus()
                .isForbidden();
    }

    private UUID request(UUID property, Instant deadline) {
        var expense = Identifiers.next();
        news.requested(expense, 2, property, deadline, administrators());
        return expense;
    }
}
