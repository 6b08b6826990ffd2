package io.rems.approval.ownership.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** An exact part of a property in lowest terms, so that three thirds are the whole and half is never nearly half. */
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {

    public static final Share NONE = of(0, 1);
    public static final Share HALF = of(1, 2);
    public static final Share WHOLE = of(1, 1);

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,40})/(\\d{1,40})");

    public Share {
        if (numerator.signum() < 0 || denominator.signum() <= 0 || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Reads {@code "1/3"}, the form in events and in the database. */
    public static Share parse(String fraction) {
        var parts = FRACTION.matcher(fraction);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a share: " + fraction);
        }
        return new Share(new BigInteger(parts.group(1)), new BigInteger(parts.group(2)));
    }

    public Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** What is left of the whole. */
    public Share remainder() {
        return new Share(denominator.subtract(numerator), denominator);
    }

    public boolean isNone() {
        return numerator.signum() == 0;
    }

    public boolean isMoreThan(Share other) {
        return compareTo(other) > 0;
    }

    /** For people: rounded to six decimals, {@code "33.333333"}. */
    public String percent() {
        return new BigDecimal(numerator)
                .movePointRight(2)
                .divide(new BigDecimal(denominator), 6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
