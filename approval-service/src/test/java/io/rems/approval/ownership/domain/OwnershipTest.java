package io.rems.approval.ownership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final PropertyId TOWER = new PropertyId(new UUID(0, 1));
    private static final OwnerId FATIMA = new OwnerId(new UUID(0, 2));
    private static final OwnerId YUSUF = new OwnerId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void aPropertyWithoutOwnersIsWhollyTheFirms() {
        var ownership = Ownership.on(DAY, TOWER, List.of());

        assertThat(ownership.holdings()).containsExactly(new Holding(Holder.FIRM, Share.WHOLE, false));
    }

    @Test
    void theFirmHoldsWhatNobodyElseDoes() {
        var ownership = Ownership.on(DAY, TOWER, List.of(period(FATIMA, "1/3", DAY, null)));

        assertThat(ownership.holdings())
                .containsExactly(holding(FATIMA, "1/3"), new Holding(Holder.FIRM, Share.parse("2/3"), false));
    }

    @Test
    void aPeriodBeginsOnItsFirstDayAndIsOverOnItsEnd() {
        var periods = List.of(period(FATIMA, "1/1", DAY.minusYears(1), DAY), period(YUSUF, "1/1", DAY, null));

        assertThat(Ownership.on(DAY.minusDays(1), TOWER, periods).holdings()).containsExactly(holding(FATIMA, "1/1"));
        assertThat(Ownership.on(DAY, TOWER, periods).holdings()).containsExactly(holding(YUSUF, "1/1"));
    }

    @Test
    void twoPartsOfOneOwnerAreOneHolding() {
        var periods = List.of(period(FATIMA, "1/4", DAY, null), period(FATIMA, "3/4", DAY, null));

        assertThat(Ownership.on(DAY, TOWER, periods).holdings()).containsExactly(holding(FATIMA, "1/1"));
    }

    @Test
    void partsThatDoNotMakeTheWholeAreNoOwnership() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ownership(TOWER, DAY, List.of(holding(FATIMA, "1/2"))));
    }

    private static Holding holding(OwnerId owner, String share) {
        return new Holding(new Holder.Owner(owner), Share.parse(share), false);
    }

    private static OwnershipPeriod period(OwnerId owner, String share, LocalDate from, @Nullable LocalDate to) {
        return new OwnershipPeriod(UUID.randomUUID(), owner, Share.parse(share), from, to, false);
    }
}
