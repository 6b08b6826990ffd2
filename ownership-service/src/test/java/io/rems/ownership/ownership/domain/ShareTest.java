package io.rems.ownership.ownership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @Test
    void threeThirdsAreTheWhole() {
        var third = Share.parse("1/3").value();

        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.WHOLE);
    }

    @Test
    void qiratsEighthsAndSixthsAddUpExactly() {
        var widow = Share.parse("1/8").value();
        var mother = Share.parse("1/6").value();
        var son = Share.parse("17/24").value();

        assertThat(widow.plus(mother).plus(son)).isEqualTo(Fraction.WHOLE);
        assertThat(Collections.nCopies(24, Share.parse("1/24").value()).stream().reduce(Fraction.NONE, Fraction::plus))
                .isEqualTo(Fraction.WHOLE);
    }

    @Test
    void percentageIsTakenAsWritten() {
        assertThat(Share.parse("50")).isEqualTo(Share.of(1, 2));
        assertThat(Share.parse("12.5 %")).isEqualTo(Share.of(1, 8));
        assertThat(Share.parse("100.000000%")).isEqualTo(Share.of(1, 1));
        assertThat(Share.parse("33.333333%")).isEqualTo(Share.of(33_333_333, 100_000_000));
    }

    @Test
    void shareIsWrittenInLowestTermsAndAsPercentageForPeople() {
        var shares = Stream.of("2/6", "50", "2/3", "100").map(Share::parse);

        assertThat(shares)
                .extracting(Share::toString, share -> share.value().percent())
                .containsExactly(
                        tuple("1/3", "33.333333"), tuple("1/2", "50"), tuple("2/3", "66.666667"), tuple("1/1", "100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/5",
                "-1/2",
                "4/3",
                "100.000001",
                "1/0",
                "33.3333333",
                "a third",
                "1e1",
                "1/2/3",
                "1/1000000001"
            })
    void whatIsNoShareIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }
}
