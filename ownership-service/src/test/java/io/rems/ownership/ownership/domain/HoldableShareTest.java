package io.rems.ownership.ownership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.platform.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldableShareTest {

    @ParameterizedTest
    @ValueSource(strings = {"1/3", "50", "33.333333%", "1/1", "1/1000000000"})
    void aPartOfThePropertyCanBeHeld(String text) {
        var share = Share.parse(text);

        assertThat(OwnershipPeriod.holdable(share)).isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0/5", "4/3", "100.000001", "1/1000000001"})
    void whatIsNothingOrTooMuchOrTooFineCannotBeHeld(String text) {
        var share = Share.parse(text);

        assertThatIllegalArgumentException().isThrownBy(() -> OwnershipPeriod.holdable(share));
    }
}
