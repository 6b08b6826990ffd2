package io.rems.reporting.portfolio;

import static io.rems.reporting.News.period;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RemsTest
class PortfolioTest {
    private static final String PORTFOLIO = "/api/v1/reports/owner-portfolio?ownerId={owner}";
    private static final String ON = PORTFOLIO + "&date={date}";

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
    void showsWhatAnOwnerHoldsOnADay() {
        var sara = news.owner("Sara Al-Mutairi");
        var first = news.property("A-1");
        var second = news.property("B-2");
        news.owned(first, 2, period(sara, "1/3", "2024-01-01", null));
        news.owned(second, 2, period(sara, "1/1", "2025-01-01", "2026-01-01"));

        accountant.eventually(
                portfolio -> {
                    assertThat(portfolio.at("/summary/properties").asInt()).isEqualTo(2);
                    assertThat(portfolio.at("/owner/name").asString()).isEqualTo("Sara Al-Mutairi");
                    assertThat(portfolio.at("/properties/0/code").asString()).isEqualTo("A-1");
                    assertThat(portfolio.at("/properties/0/share/fraction").asString())
                            .isEqualTo("1/3");
                    assertThat(portfolio.at("/properties/0/share/percent").asString())
                            .isEqualTo("33.333333");
                    assertThat(portfolio.at("/properties/1/code").asString()).isEqualTo("B-2");
                },
                ON,
                sara,
                "2025-12-31");
        var later = accountant.now(ON, sara, "2026-01-01");
        assertThat(later.at("/summary/properties").asInt()).isOne();
        assertThat(later.at("/properties").size()).isOne();
        assertThat(Instant.parse(later.get("asOf").asString()))
                .isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void showsAHoldingWhosePropertyAndOwnerAreNotKnownYet() {
        var stranger = Identifiers.next();
        var property = Identifiers.next();
        news.owned(property, 2, period(stranger, "1/2", "2024-01-01", null));

        accountant.eventually(
                portfolio -> assertThat(portfolio.at("/properties/0/propertyId").asString())
                        .isEqualTo(property.toString()),
                PORTFOLIO,
                stranger);
        news.added(property, "LATE");
        accountant.eventually(
                portfolio -> assertThat(portfolio.at("/properties/0/code").asString())
                        .isEqualTo("LATE"),
                PORTFOLIO,
                stranger);
    }

    @Test
    void anEarlierTableThatComesLateChangesNothing() {
        var sara = news.owner("Sara");
        var property = news.property("A-1");
        news.owned(property, 3, period(sara, "1/4", "2024-01-01", null));
        news.owned(property, 2, period(sara, "1/1", "2024-01-01", null));
        var last = news.property("Z-9");
        news.owned(last, 2, period(sara, "1/1", "2024-01-01", null));

        accountant.eventually(
                portfolio ->
                        assertThat(portfolio.at("/summary/properties").asInt()).isEqualTo(2),
                PORTFOLIO,
                sara);
        assertThat(accountant
                        .now(PORTFOLIO, sara)
                        .at("/properties/0/share/fraction")
                        .asString())
                .isEqualTo("1/4");
    }

    /** As ownership-service tells it: every property with its table, at version 0 where it is wholly the firm's. */
    @Test
    void snapshotToldTwiceBringsWhatWasMissedAndTakesNothingBack() {
        var sara = Identifiers.next();
        var twice = Identifiers.next();
        var house = Identifiers.next();
        var empty = Identifiers.next();
        var held = period(sara, "1/3", "2024-01-01", null);

        snapshot(sara, twice, house, empty, held);
        accountant.eventually(
                portfolio -> assertThat(portfolio.at("/properties/0/code").asString())
                        .isEqualTo("A-1"),
                PORTFOLIO,
                sara);
        news.owned(house, 8, period(sara, "1/4", "2024-01-01", null));
        news.owned(empty, 1, period(sara, "1/2", "2024-01-01", null));
        snapshot(sara, twice, house, empty, held);
        news.owned(news.property("Z-9"), 1, period(sara, "1/1", "2024-01-01", null));

        accountant.eventually(
                portfolio ->
                        assertThat(portfolio.at("/summary/properties").asInt()).isEqualTo(3),
                PORTFOLIO,
                sara);
        var portfolio = accountant.now(PORTFOLIO, sara);
        assertThat(portfolio.at("/owner/name").asString()).isEqualTo("Sara");
        assertThat(portfolio.at("/properties/0/share/fraction").asString()).isEqualTo("1/4");
        assertThat(portfolio.at("/properties/1/share/fraction").asString()).isEqualTo("1/2");
        var statistics = new Answers(http, TestCallers.admin(firm));
        statistics.eventually(
                counted -> {
                    assertThat(counted.at("/owners").asInt()).isOne();
                    assertThat(counted.at("/properties").asInt()).isEqualTo(3);
                },
                "/api/v1/reports/firm-statistics");
    }

    private void snapshot(UUID sara, UUID twice, UUID house, UUID empty, News.Period held) {
        news.tell("ownership", "OwnerRegistered", sara, 3, new News.Named("Sara", "INDIVIDUAL"));
        news.tell("ownership", "OwnerRegistered", twice, 2, new News.Named("Sarah", "INDIVIDUAL"));
        news.merged(twice, sara, 2);
        news.tell(
                "ownership",
                "PropertyRegistered",
                house,
                4,
                new News.Described(house, "A-1", "House", "RESIDENTIAL", "Salmiya"));
        news.tell(
                "ownership",
                "PropertyRegistered",
                empty,
                1,
                new News.Described(empty, "B-2", "Plot", "LAND", "Salmiya"));
        news.tell("ownership", "OwnershipChanged", house, 7, new News.Ownership(house, "SNAPSHOT", List.of(held)));
        news.tell("ownership", "OwnershipChanged", empty, 0, new News.Ownership(empty, "SNAPSHOT", List.of()));
    }

    @Test
    void dividesAnApprovedExpenseByTheSharesOfItsDayInWhateverOrderTheNewsArrives() {
        var sara = news.owner("Sara");
        var omar = news.owner("Omar");
        var property = news.property("A-1");
        var expense = Identifiers.next();
        news.approved(expense, 3, property);
        news.recorded(expense, property, "100.000", "2026-03-10");
        news.owned(property, 2, period(sara, "1/3", "2024-01-01", null), period(omar, "1/3", "2024-01-01", null));

        eventuallySpent(sara, "33.334", 1);
        eventuallySpent(omar, "33.333", 1);
    }

    @Test
    void aCorrectionOfOwnershipDividesAnewFromItsFirstDay() {
        var sara = news.owner("Sara");
        var omar = news.owner("Omar");
        var property = news.property("A-1");
        news.owned(property, 2, period(sara, "1/1", "2024-01-01", null));
        var before = Identifiers.next();
        var after = Identifiers.next();
        news.recorded(before, property, "10.000", "2026-01-31");
        news.approved(before, 2, property);
        news.recorded(after, property, "20.000", "2026-02-01");
        news.approved(after, 2, property);
        eventuallySpent(sara, "30.000", 2);

        news.owned(
                property, 3, period(sara, "1/1", "2024-01-01", "2026-02-01"), period(omar, "1/1", "2026-02-01", null));

        eventuallySpent(omar, "20.000", 1);
        eventuallySpent(sara, "10.000", 1);
    }

    @Test
    void whatIsCorrectedAndPaidCountsAsItIsNowAndWhatIsVoidNoLonger() {
        var sara = news.owner("Sara");
        var property = news.property("A-1");
        news.owned(property, 2, period(sara, "1/1", "2024-01-01", null));
        var paid = Identifiers.next();
        var twice = Identifiers.next();
        news.recorded(paid, property, "10.000", "2026-01-31");
        news.recorded(twice, property, "20.000", "2026-02-01");
        news.approved(twice, 2, property);
        eventuallySpent(sara, "20.000", 1);

        var corrected = Map.of(
                "propertyId", property, "amount", Map.of("amount", "12.000", "currency", "KWD"), "date", "2026-01-31");
        news.tell("approval", "ExpensePaid", paid, 4, Map.of());
        news.tell("approval", "ExpenseImported", paid, 3, Map.of("verdict", "APPROVED"));
        news.tell("approval", "ExpenseChanged", paid, 2, corrected);
        news.tell("approval", "ExpenseVoided", twice, 3, Map.of());

        eventuallySpent(sara, "12.000", 1);
    }

    @Test
    void countsWhatWaitsForTheOwner() {
        var sara = news.owner("Sara");
        var property = news.property("A-1");
        news.owned(property, 2, period(sara, "1/1", "2024-01-01", null));
        var expense = Identifiers.next();
        news.requested(expense, 2, property, Instant.now().plusSeconds(3600), voter(sara));

        accountant.eventually(
                portfolio -> {
                    assertThat(portfolio.at("/summary/pendingApprovals").asInt())
                            .isOne();
                    assertThat(portfolio.at("/properties/0/pendingApprovals").asInt())
                            .isOne();
                },
                PORTFOLIO,
                sara);
        news.approved(expense, 4, property);
        accountant.eventually(
                portfolio -> assertThat(
                                portfolio.at("/summary/pendingApprovals").asInt())
                        .isZero(),
                PORTFOLIO,
                sara);
    }

    @Test
    void pagesThroughManyProperties() {
        var sara = news.owner("Sara");
        for (int i = 0; i < 5; i++) {
            var property = news.property("P-" + i);
            news.owned(property, 2, period(sara, "1/2", "2024-01-01", null));
        }
        accountant.eventually(
                portfolio ->
                        assertThat(portfolio.at("/summary/properties").asInt()).isEqualTo(5),
                PORTFOLIO,
                sara);

        var first = accountant.now(PORTFOLIO + "&limit=3", sara);
        var second = accountant.now(
                PORTFOLIO + "&limit=3&cursor={cursor}", sara, first.get("next").asString());

        assertThat(first.at("/properties/2/code").asString()).isEqualTo("P-2");
        assertThat(second.at("/properties/0/code").asString()).isEqualTo("P-3");
        assertThat(second.at("/properties").size()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void anOwnerSeesHisOwnAndNoOther() {
        var sara = news.owner("Sara");
        var omar = news.owner("Omar");
        accountant.eventually(
                portfolio -> assertThat(portfolio.at("/owner/name").asString()).isEqualTo("Omar"), PORTFOLIO, omar);
        var saraHerself = new Answers(http, TestCallers.owner(firm, sara));

        assertThat(saraHerself
                        .now("/api/v1/reports/owner-portfolio")
                        .at("/owner/id")
                        .asString())
                .isEqualTo(sara.toString());
        saraHerself.get(PORTFOLIO, omar).expectStatus().isNotFound();
    }

    @Test
    void aForeignFirmSeesNothing() {
        var sara = news.owner("Sara");
        accountant.eventually(
                portfolio -> assertThat(portfolio.at("/owner/name").asString()).isEqualTo("Sara"), PORTFOLIO, sara);

        var foreigner = new Answers(http, TestCallers.admin(TestCallers.newFirm()));

        foreigner.get(PORTFOLIO, sara).expectStatus().isNotFound();
    }

    private void eventuallySpent(UUID owner, String amount, int expenses) {
        accountant.eventually(
                portfolio -> {
                    JsonNode sum = portfolio.at("/properties/0/approvedExpenses/0");
                    var spent = portfolio.at("/summary/approvedExpenses/0");
                    assertThat(spent.at("/total/amount").asString()).isEqualTo(amount);
                    assertThat(spent.at("/expenses").asInt()).isEqualTo(expenses);
                    assertThat(sum.isMissingNode() || sum.equals(spent)).isTrue();
                },
                ON,
                owner,
                "2026-11-23");
    }
}
