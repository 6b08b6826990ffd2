package io.rems.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final Currency KWD = Currency.getInstance("KWD");
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theKuwaitiDinarHasThreeDecimals() {
        assertThat(Money.of("450.5", "KWD")).isEqualTo(new Money(450_500, KWD)).hasToString("450.500 KWD");
        assertThat(Money.of("450", "JPY").minor()).isEqualTo(450);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2345", "1e9", "", "abc", "1,5", "+1", ".5", "9999999999999999999"})
    void whatIsNotAnAmountOfTheCurrencyIsRefused(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "KWD"))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void isWrittenAsADecimalStringWithItsCurrency() {
        var rent = Money.of("-450", "KWD");

        var written = json.writeValueAsString(rent);

        assertThat(written).isEqualTo("{\"amount\":\"-450.000\",\"currency\":\"KWD\"}");
        assertThat(json.readValue(written, Money.class)).isEqualTo(rent);
    }

    @Test
    void currenciesDoNotMix() {
        var dinars = Money.of("1", "KWD");
        var dollars = Money.of("1", "USD");

        assertThatThrownBy(() -> dinars.plus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dinars.compareTo(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPartIsRoundedAsTold() {
        assertThat(Money.of("10.001", "KWD").times(new BigDecimal("0.5"), RoundingMode.HALF_EVEN))
                .isEqualTo(Money.of("5.000", "KWD"));
    }

    @Test
    void whatIsLeftGoesToTheLargestRemaindersAndToTheEarlierAmongEquals() {
        assertThat(parts(100, 1, 1, 1)).containsExactly(34L, 33L, 33L);
        assertThat(parts(100, 1, 1, 4)).containsExactly(17L, 17L, 66L);
        assertThat(parts(-100, 1, 1, 1)).containsExactly(-34L, -33L, -33L);
        assertThat(parts(7, 0, 5)).containsExactly(0L, 7L);
    }

    private static Stream<Long> parts(long minor, long... weights) {
        return new Money(minor, KWD)
                .allocate(Arrays.stream(weights).mapToObj(BigInteger::valueOf).toList()).stream()
                        .map(Money::minor);
    }
}
