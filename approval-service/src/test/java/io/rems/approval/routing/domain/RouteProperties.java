package io.rems.approval.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.ApprovalRequest.Decided;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Round;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Seat;
import io.rems.approval.escalation.domain.Patience;
import io.rems.approval.ownership.domain.Holder;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.OwnershipPeriod;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import io.rems.platform.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RouteProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PropertyId TOWER = new PropertyId(new UUID(0, 1));
    private static final Currency KWD = Currency.getInstance("KWD");

    @Property
    void nobodyIsAskedExactlyWhenTheSumIsWithinTheLimit(
            @ForAll @LongRange(min = 1, max = 2_000_000) long amount,
            @ForAll @LongRange(max = 2_000_000) long others,
            @ForAll @LongRange(max = 2_000_000) long limit) {
        var route = route(amount, others, limit, List.of());

        assertThat(opened(route) instanceof Decided).isEqualTo(amount + others <= limit);
    }

    @Property
    void cuttingAnExpenseInPartsNeverAvoidsApproval(
            @ForAll @LongRange(min = 2, max = 3_000_000) long amount, @ForAll @IntRange(min = 2, max = 20) int parts) {
        var part = Math.max(1, amount / parts);

        var whole = opened(route(amount, 0, 1_000_000, List.of()));
        var last = opened(route(part, amount - part, 1_000_000, List.of()));

        assertThat(last instanceof Decided).isEqualTo(whole instanceof Decided);
    }

    @Property
    void anotherLimitNeverSparesAnybodyTheQuestion(
            @ForAll @LongRange(min = 1, max = 2_000_000) long amount,
            @ForAll @LongRange(max = 2_000_000) long firm,
            @ForAll List<@LongRange(max = 2_000_000) Long> others) {
        var plain = route(amount, 0, firm, List.of());
        var limits = others.stream()
                .map(limit -> new Limit(Origin.OWNER, new UUID(1, 1), money(limit)))
                .toList();
        var terms = new Terms(plain.terms().policy(), null, limits);

        var more = new Route(plain.claim(), null, terms, plain.others(), plain.ownership());

        assertThat(more.isWithinLimit())
                .isEqualTo(plain.isWithinLimit() && others.stream().allMatch(limit -> amount <= limit));
    }

    @Property
    void theSeatsAlwaysMakeTheWhole(@ForAll("periods") List<OwnershipPeriod> periods) {
        var seats = opened(route(5, 0, 0, periods)).ballot().seats();

        assertThat(seats.stream().map(Seat::share).reduce(Share.NONE, Share::plus))
                .isEqualTo(Share.WHOLE);
    }

    @Property
    void nobodyWhoHoldsNothingThatDayHasASeat(@ForAll("periods") List<OwnershipPeriod> periods) {
        var owners = periods.stream()
                .filter(period -> period.covers(DAY))
                .map(OwnershipPeriod::owner)
                .distinct();

        var seats = opened(route(5, 0, 0, periods)).ballot().seats();

        assertThat(seats.stream().filter(seat -> seat.holder() instanceof Holder.Owner))
                .hasSameSizeAs(owners.toList());
    }

    @Property
    void theOrderOfPeriodsDoesNotMatter(@ForAll("periods") List<OwnershipPeriod> periods) {
        var shuffled = new ArrayList<>(periods);
        Collections.reverse(shuffled);

        assertThat(new HashSet<>(Ownership.on(DAY, TOWER, shuffled).holdings()))
                .isEqualTo(new HashSet<>(Ownership.on(DAY, TOWER, periods).holdings()));
    }

    /** Periods that leave the property at most wholly assigned: parts of a total, some over, some to come. */
    @Provide
    Arbitrary<List<OwnershipPeriod>> periods() {
        return Arbitraries.integers().between(1, 24).list().ofMaxSize(8).map(weights -> {
            var total = weights.stream().mapToInt(Integer::intValue).sum() + 7;
            var periods = new ArrayList<OwnershipPeriod>();
            for (var weight : weights) {
                var owner = new OwnerId(new UUID(1, weight % 5));
                var begun = DAY.minusDays(weight % 3 == 0 ? -1 : weight);
                periods.add(new OwnershipPeriod(
                        new UUID(2, periods.size()), owner, Share.of(weight, total), begun, null, weight % 2 == 0));
            }
            return periods;
        });
    }

    private static ApprovalRequest opened(Route route) {
        return switch (route.open(Instant.EPOCH, new BusinessTime.Always())) {
            case Outcome.Accepted<ApprovalRequest, ?> accepted -> accepted.state();
            case Outcome.Refused<ApprovalRequest, ?>(var refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private static Route route(long amount, long others, long limit, List<OwnershipPeriod> periods) {
        var claim = new Claim(
                new ExpenseId(new UUID(0, 9)),
                Round.of(1, null),
                TOWER,
                new UUID(0, 3),
                null,
                money(amount),
                DAY,
                "Lift",
                Priority.NORMAL);
        var policy = new Policy(
                money(limit),
                Rule.SHARE_MAJORITY,
                new Patience(Duration.ofHours(72), List.of(), false),
                false,
                Duration.ofDays(7));
        return new Route(
                claim,
                null,
                Terms.of(policy),
                new Others(money(others), 1, List.of()),
                Ownership.on(DAY, TOWER, periods));
    }

    private static Money money(long minor) {
        return new Money(minor, KWD);
    }
}
