package io.rems.ownership.transfer.domain;

import static io.rems.ownership.transfer.domain.People.day;
import static io.rems.ownership.transfer.domain.People.forth;
import static io.rems.ownership.transfer.domain.People.from;
import static io.rems.ownership.transfer.domain.People.held;
import static io.rems.ownership.transfer.domain.People.holder;
import static io.rems.ownership.transfer.domain.People.period;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.platform.Share;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InheritanceTest {

    /** A wife, a mother, two sons and a daughter: eighths, sixths and 17/120 for the daughter. */
    private static final List<Heir> HEIRS = List.of(
            heir("Wife", "1/8"),
            heir("Mother", "1/6"),
            heir("Son", "17/60"),
            heir("Other son", "17/60"),
            heir("Daughter", "17/120"));

    @Test
    void everyHeirGetsHisFractionOfEveryPeriodExactly() {
        var timeline = held(
                period("Salem", "1/3", from("2020-01-01")),
                period("Salem", "1/7", from("2026-01-01", "2030-01-01")),
                period("Salem", "1/5", from("2031-01-01")),
                period("Mona", "1/4", from("2020-01-01")));

        var done = forth(inheritance(HEIRS).of(timeline).orElseThrow(), timeline);

        var then = done.timeline().on(day("2026-07-01")).byHolder();
        assertThat(then).doesNotContainKey(holder("Salem"));
        assertThat(then.get(holder("Wife"))).isEqualTo(Share.parse("10/168"));
        assertThat(then.get(holder("Daughter"))).isEqualTo(Share.parse("170/2520"));
        assertThat(done.timeline().on(day("2026-06-30")).byHolder().get(holder("Salem")))
                .isEqualTo(Share.parse("10/21"));
        assertThat(done.timeline().on(day("2030-06-30")).byHolder().get(holder("Wife")))
                .isEqualTo(Share.parse("1/24"));
        assertThat(done.timeline().on(day("2031-01-01")).byHolder().get(holder("Wife")))
                .isEqualTo(Share.parse("8/120"));
        assertThat(done.timeline().on(day("2031-01-01")).assigned())
                .isEqualTo(timeline.on(day("2031-01-01")).assigned());
    }

    @Test
    void whatTheOwnerNoLongerHoldsIsNotInherited() {
        var timeline = held(period("Salem", "1/3", from("2020-01-01", "2026-07-01")));

        assertThat(inheritance(HEIRS).of(timeline)).isEmpty();
    }

    @Test
    void oneHeirFollowsWhereTheOwnerWasThePrimaryContact() {
        var timeline =
                held(period("Salem", "1/3", from("2020-01-01"), true), period("Salem", "1/3", from("2024-01-01")));
        var heirs = List.of(new Heir(holder("Wife"), HoldingType.INDIVIDUAL, Share.HALF, true), heir("Son", "1/2"));

        var done = forth(inheritance(heirs).of(timeline).orElseThrow(), timeline);

        assertThat(done.timeline().on(day("2026-07-01")).primaryContact()).contains(holder("Wife"));
    }

    @Test
    void fractionsAddUpToTheWhole() {
        var refusal =
                inheritance(List.of(heir("Wife", "1/8"), heir("Son", "7/9"))).refusal();

        assertThat(refusal).contains(new SharesDiffer(Share.WHOLE, Share.parse("65/72")));
        assertThat(inheritance(HEIRS).refusal()).isEmpty();
    }

    @Test
    void nobodyInheritsFromHimself() {
        var refusal =
                inheritance(List.of(heir("Wife", "1/8"), heir("Salem", "7/8"))).refusal();

        assertThat(refusal).contains(TransferRefusal.TRANSFER_TO_GIVER);
    }

    private static Inheritance inheritance(List<Heir> heirs) {
        return new Inheritance(UUID.randomUUID(), holder("Salem"), day("2026-07-01"), heirs, "died", List.of());
    }

    private static Heir heir(String name, String fraction) {
        return new Heir(holder(name), HoldingType.INDIVIDUAL, Share.parse(fraction), false);
    }
}
