package io.rems.ownership.ownership.domain;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number, never negative and in lowest terms: what shares add up to, also when that is too much. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction NONE = new Fraction(ZERO, ONE);
    public static final Fraction WHOLE = new Fraction(ONE, ONE);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Fraction {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("Not a fraction: " + numerator + "/" + denominator);
        }
        var divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** What is left; {@code other} must not be the larger one. */
    public Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public boolean exceeds(Fraction other) {
        return compareTo(other) > 0;
    }

    /** For people to read, to six decimals; calculations use the fraction. */
    public String percent() {
        var percent = HUNDRED.multiply(new BigDecimal(numerator))
                .divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 1/3}; the whole is {@code 1/1}, for a bare number would read as a percentage. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
