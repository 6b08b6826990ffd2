package io.rems.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.json.JsonMapper;

/** Held against plain integer and decimal arithmetic on whatever was written, reduced or not. */
class ShareProperties {

    private static final BigInteger HUNDRED_MILLION = BigInteger.valueOf(100_000_000);

    /** A fraction as somebody writes it. */
    record Pair(BigInteger top, BigInteger bottom) {

        Share share() {
            return Share.parse(top + "/" + bottom);
        }
    }

    @Property
    void itIsTheFractionThatWasWrittenInLowestTerms(@ForAll("pairs") Pair pair) {
        var share = pair.share();

        assertThat(share.numerator().multiply(pair.bottom)).isEqualTo(pair.top.multiply(share.denominator()));
        assertThat(share.numerator().gcd(share.denominator())).isEqualTo(BigInteger.ONE);
        assertThat(share.denominator()).isPositive();
    }

    @Property
    void sumsAndDifferencesAreExact(@ForAll("pairs") Pair one, @ForAll("pairs") Pair other) {
        var sum = one.share().plus(other.share());

        assertThat(sum)
                .isEqualTo(new Share(
                        one.top.multiply(other.bottom).add(other.top.multiply(one.bottom)),
                        one.bottom.multiply(other.bottom)));
        assertThat(sum.minus(other.share())).isEqualTo(one.share());
        assertThat(sum).isEqualTo(other.share().plus(one.share()));
    }

    @Property
    void theOrderIsThatOfTheNumbers(@ForAll("pairs") Pair one, @ForAll("pairs") Pair other) {
        var expected = one.top.multiply(other.bottom).compareTo(other.top.multiply(one.bottom));

        assertThat(Integer.signum(one.share().compareTo(other.share()))).isEqualTo(expected);
        assertThat(one.share().isMoreThan(other.share())).isEqualTo(expected > 0);
        assertThat(one.share().equals(other.share())).isEqualTo(expected == 0);
    }

    @Property
    void percentIsTheDecimalRoundedHalfUp(@ForAll("pairs") Pair pair) {
        var exact = new BigDecimal(pair.top.multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(pair.bottom), 6, RoundingMode.HALF_UP);

        assertThat(new BigDecimal(pair.share().percent())).isEqualByComparingTo(exact);
        assertThat(pair.share().percent()).matches("\\d+(\\.\\d{0,5}[1-9])?");
    }

    @Property
    void aPercentageOfSixDecimalsIsTakenAsWritten(@ForAll @IntRange(max = 100_000_000) int millionths) {
        var written = BigDecimal.valueOf(millionths, 6).toPlainString();

        assertThat(Share.parse(written)).isEqualTo(new Share(BigInteger.valueOf(millionths), HUNDRED_MILLION));
        assertThat(new BigDecimal(Share.parse(written + "%").percent())).isEqualByComparingTo(written);
    }

    @Property
    void whatIsWrittenIsReadAsTheSame(@ForAll("pairs") Pair pair) {
        var share = pair.share();
        var json = JsonMapper.shared();

        assertThat(Share.parse(share.toString())).isEqualTo(share);
        assertThat(json.readValue(json.writeValueAsString(share), Share.class)).isEqualTo(share);
    }

    @Property
    void equalPartsMakeTheWholeWhateverTheirNumber(@ForAll @IntRange(min = 1, max = 200) int parts) {
        var sum = IntStream.range(0, parts).mapToObj(_ -> Share.of(1, parts)).reduce(Share.NONE, Share::plus);

        assertThat(sum).isEqualTo(Share.WHOLE);
    }

    @Property
    void theOrderOfAddingDoesNotMatter(@ForAll("lists") List<Pair> pairs) {
        var shares = pairs.stream().map(Pair::share).toList();

        assertThat(shares.reversed().stream().reduce(Share.NONE, Share::plus))
                .isEqualTo(shares.stream().reduce(Share.NONE, Share::plus));
    }

    @Provide
    Arbitrary<List<Pair>> lists() {
        return pairs().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        var bottoms = Arbitraries.oneOf(
                Arbitraries.of(1L, 2L, 3L, 6L, 8L, 24L), Arbitraries.longs().between(1, 1_000_000_000));
        var factors = Arbitraries.longs().between(1, 1_000_000);
        return Combinators.combine(bottoms, factors)
                .as((bottom, factor) -> BigInteger.valueOf(bottom).multiply(BigInteger.valueOf(factor)))
                .flatMap(bottom -> Arbitraries.bigIntegers()
                        .between(BigInteger.ZERO, bottom)
                        .map(top -> new Pair(top, bottom)));
    }
}
