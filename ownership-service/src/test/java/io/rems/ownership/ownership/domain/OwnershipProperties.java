package io.rems.ownership.ownership.domain;

import static io.rems.ownership.ownership.domain.Periods.period;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OwnershipProperties {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int DAYS = 30;

    @Property
    void whateverIsAskedForNoDayEverExceedsTheWhole(@ForAll("requests") List<OwnershipPeriod> requests) {
        var timeline = new OwnershipTimeline(List.of());

        for (var request : requests) {
            timeline = switch (timeline.add(request)) {
                case Accepted(var next, var _) -> next;
                case Refused(var refusal) -> {
                    assertThat(refusal).isInstanceOf(OwnershipExceeded.class);
                    yield timeline;
                }
            };
        }

        for (var day : days()) {
            var holdings = timeline.on(day);
            assertThat(holdings.assigned().plus(holdings.firmDefault())).isEqualTo(Share.WHOLE);
        }
    }

    @Property
    void requestIsRefusedExactlyForTheDaysOnWhichItIsTooMuch(@ForAll("requests") List<OwnershipPeriod> periods) {
        var excesses = new OwnershipTimeline(periods).excesses();

        for (var day : days()) {
            var total = Holdings.total(periods.stream()
                    .filter(period -> period.validity().covers(day))
                    .toList());
            assertThat(excesses.stream().anyMatch(excess -> excess.days().covers(day)))
                    .isEqualTo(total.isMoreThan(Share.WHOLE));
        }
    }

    @Provide
    Arbitrary<Share> shares() {
        var denominators = Arbitraries.oneOf(
                Arbitraries.of(1L, 2L, 3L, 6L, 8L, 24L), Arbitraries.longs().between(1, 1_000_000_000));
        return denominators.flatMap(
                parts -> Arbitraries.longs().between(1, parts).map(held -> Share.of(held, parts)));
    }

    @Provide
    Arbitrary<List<OwnershipPeriod>> requests() {
        var validities = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS).injectNull(0.3))
                .as((from, length) -> new Validity(
                        START.plusDays(from), length == null ? null : START.plusDays((long) from + length)));
        return Combinators.combine(shares(), validities)
                .as((share, validity) -> period("Mona", share, validity))
                .list()
                .ofMaxSize(12);
    }

    private static List<LocalDate> days() {
        return START.datesUntil(START.plusDays(2L * DAYS)).toList();
    }
}
