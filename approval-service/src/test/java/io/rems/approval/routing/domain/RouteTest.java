package io.rems.approval.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ApprovalRequest.Decided;
import io.rems.approval.decision.domain.ApprovalRequest.Pending;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.escalation.domain.Patience;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");
    private static final PropertyId TOWER = new PropertyId(new UUID(0, 1));

    @Test
    void amountUpToTheLimitNeedsNobody() {
        assertThat(opened(route("1000.000", "0.000"))).isInstanceOf(Decided.class);
        assertThat(opened(route("1000.001", "0.000"))).isInstanceOf(Pending.class);
    }

    @Test
    void splittingAnExpenseDoesNotAvoidApproval() {
        assertThat(opened(route("600.000", "400.000"))).isInstanceOf(Decided.class);
        assertThat(opened(route("600.000", "400.001"))).isInstanceOf(Pending.class);
    }

    @Test
    void anAmountTheLimitDoesNotSpeakOfNeedsApproval() {
        var claim = claim(Money.of("10.00", "USD"), Priority.NORMAL);

        var route = new Route(claim, null, Terms.of(policy()), Others.none(Money.of("0.00", "USD")), wholeFirm());

        assertThat(opened(route)).isInstanceOf(Pending.class);
    }

    @Test
    void urgentExpensesWaitAThirdOfTheTime() {
        var route = new Route(
                claim(Money.of("5000.000", "KWD"), Priority.URGENT),
                null,
                Terms.of(policy()),
                Others.none(Money.of("0.000", "KWD")),
                wholeFirm());

        assertThat(opened(route))
                .isInstanceOfSatisfying(
                        Pending.class,
                        pending -> assertThat(pending.deadline()).isEqualTo(NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void splitWindowReachesBothWaysButNotItsFullLength() {
        assertThat(SplitWindow.around(DAY, Duration.ofDays(7)))
                .isEqualTo(new SplitWindow(DAY.minusDays(6), DAY.plusDays(6)));
        assertThat(SplitWindow.around(DAY, Duration.ZERO)).isEqualTo(new SplitWindow(DAY, DAY));
    }

    @Test
    void theLowestOfAllLimitsCounts() {
        var firm = policy().limit();
        var property = limit(Origin.PROPERTY, "800.000");
        var owner = limit(Origin.OWNER, "300.000");

        assertThat(terms(property, owner).counting()).isEqualTo(owner);
        assertThat(terms(limit(Origin.PROPERTY, "5000.000")).counting()).isEqualTo(new Limit(Origin.FIRM, null, firm));
        assertThat(terms(limit(Origin.OWNER, "1000.000")).counting().origin()).isEqualTo(Origin.FIRM);
        assertThat(terms(property, owner).limits()).hasSize(3);
    }

    @Test
    void aLimitInAnotherCurrencySpeaksOfNoAmount() {
        var dollars = new Limit(Origin.PROPERTY, TOWER.value(), Money.of("900000.00", "USD"));

        var route =
                new Route(claim(Money.of("1.000", "KWD"), Priority.NORMAL), null, terms(dollars), none(), wholeFirm());

        assertThat(route.terms().counting()).isEqualTo(dollars);
        assertThat(opened(route)).isInstanceOf(Pending.class);
    }

    @Test
    void theRuleOfThePropertyStandsInForThatOfTheFirm() {
        var terms = new Terms(policy(), Rule.UNANIMOUS, List.of());
        var route = new Route(claim(Money.of("5000.000", "KWD"), Priority.NORMAL), null, terms, none(), wholeFirm());

        assertThat(opened(route).ballot().rule()).isEqualTo(Rule.UNANIMOUS);
    }

    private static Terms terms(Limit... limits) {
        return new Terms(policy(), null, List.of(limits));
    }

    private static Limit limit(Origin origin, String amount) {
        return new Limit(origin, TOWER.value(), Money.of(amount, "KWD"));
    }

    private static Others none() {
        return Others.none(Money.of("0.000", "KWD"));
    }

    private static ApprovalRequest opened(Route route) {
        return switch (route.open(NOON, new BusinessTime.Always())) {
            case Outcome.Accepted<ApprovalRequest, ?> accepted -> accepted.state();
            case Outcome.Refused<ApprovalRequest, ?>(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private static Route route(String amount, String others) {
        return new Route(
                claim(Money.of(amount, "KWD"), Priority.NORMAL),
                null,
                Terms.of(policy()),
                new Others(Money.of(others, "KWD"), 3, List.of()),
                wholeFirm());
    }

    private static Claim claim(Money amount, Priority priority) {
        var expense = new ExpenseId(new UUID(0, 9));
        return new Claim(expense, Round.of(1, null), TOWER, new UUID(0, 3), null, amount, DAY, "Lift", priority);
    }

    private static Policy policy() {
        return new Policy(
                Money.of("1000.000", "KWD"),
                Rule.SHARE_MAJORITY,
                new Patience(Duration.ofHours(72), List.of(), false),
                false,
                Duration.ofDays(7));
    }

    private static Ownership wholeFirm() {
        return Ownership.on(DAY, TOWER, List.of());
    }
}
