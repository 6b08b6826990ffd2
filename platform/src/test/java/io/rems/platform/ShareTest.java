package io.rems.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ShareTest {

    @Test
    void threeThirdsAreTheWhole() {
        var third = Share.parse("1/3");

        assertThat(third.plus(third).plus(third)).isEqualTo(Share.WHOLE);
    }

    @Test
    void qiratsEighthsAndSixthsAddUpExactly() {
        var widow = Share.parse("1/8");
        var mother = Share.parse("1/6");
        var son = Share.parse("17/24");

        assertThat(widow.plus(mother).plus(son)).isEqualTo(Share.WHOLE);
        assertThat(Collections.nCopies(24, Share.parse("1/24")).stream().reduce(Share.NONE, Share::plus))
                .isEqualTo(Share.WHOLE);
    }

    @Test
    void aPercentageIsTakenAsWritten() {
        assertThat(Share.parse("50")).isEqualTo(Share.HALF);
        assertThat(Share.parse("12.5 %")).isEqualTo(Share.of(1, 8));
        assertThat(Share.parse("100.000000%")).isEqualTo(Share.WHOLE);
        assertThat(Share.parse("33.333333%")).isEqualTo(Share.of(33_333_333, 100_000_000));
    }

    @Test
    void qiratsAndSahmsAreReadAsTheyAreSpoken() {
        assertThat(Share.parse("8 qirat")).isEqualTo(Share.of(1, 3));
        assertThat(Share.parse("8 qirats 12 sahm")).isEqualTo(Share.of(17, 48));
        assertThat(Share.parse("1 Sahm")).isEqualTo(Share.of(1, 576));
        assertThat(Share.parse("24 qirat")).isEqualTo(Share.WHOLE);
    }

    @Test
    void whatIsTooLongOrDividedByNothingIsSaidSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.parse("1/" + "9".repeat(41)))
                .withMessageContaining("at most 40 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.parse("1/0"))
                .withMessageContaining("0 parts");
        assertThat(Share.parse("1/" + "9".repeat(40)).denominator()).isEqualTo(new BigInteger("9".repeat(40)));
    }

    @Test
    void aShareIsWrittenInLowestTermsAndAsPercentageForPeople() {
        var shares = Stream.of("2/6", "50", "2/3", "100", "0/7", "1/512").map(Share::parse);

        assertThat(shares)
                .extracting(Share::toString, Share::percent)
                .containsExactly(
                        tuple("1/3", "33.333333"),
                        tuple("1/2", "50"),
                        tuple("2/3", "66.666667"),
                        tuple("1/1", "100"),
                        tuple("0/1", "0"),
                        tuple("1/512", "0.195313"));
    }

    @Test
    void equalSharesAreEqualHoweverTheyAreWritten() {
        assertThat(Share.parse("12/24")).isEqualTo(Share.HALF).hasSameHashCodeAs(Share.HALF);
    }

    @Test
    void answersCarryBothFormsAndEventsTheFraction() {
        var json = JsonMapper.shared();

        assertThat(json.writeValueAsString(Share.of(1, 3))).isEqualTo("""
                {"fraction":"1/3","percent":"33.333333"}""");
        assertThat(json.readValue("\"1/3\"", Share.class)).isEqualTo(Share.of(1, 3));
        assertThat(json.readValue("""
                {"fraction": "1/3", "percent": "33.333333"}""", Share.class)).isEqualTo(Share.of(1, 3));
    }

    @Test
    void lessThanNothingIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.HALF.minus(Share.WHOLE));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(1, -2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1/2", "1/0", "33.3333333", "a third", "1e1", "1/2/3", "1000", "1/", "/2", "½"})
    void whatIsNoShareIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }
}
