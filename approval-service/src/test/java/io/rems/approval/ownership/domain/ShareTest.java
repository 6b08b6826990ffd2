package io.rems.approval.ownership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void threeThirdsAreTheWhole() {
        var third = Share.parse("1/3");

        assertThat(third.plus(third).plus(third)).isEqualTo(Share.WHOLE);
    }

    @Test
    void equalSharesAreEqualHoweverTheyAreWritten() {
        assertThat(Share.parse("12/24")).isEqualTo(Share.HALF).hasSameHashCodeAs(Share.HALF);
    }

    @Test
    void percentIsForPeopleAndRoundedToSixDecimals() {
        assertThat(Share.parse("1/3").percent()).isEqualTo("33.333333");
        assertThat(Share.WHOLE.percent()).isEqualTo("100");
    }

    @Test
    void whatIsMoreThanTheWholeIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse("4/3"));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse("50%"));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.HALF.plus(Share.WHOLE));
    }
}
