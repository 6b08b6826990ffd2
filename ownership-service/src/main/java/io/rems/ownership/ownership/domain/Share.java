package io.rems.ownership.ownership.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The exact part of a property that somebody holds: more than nothing, at most the whole. */
public record Share(Fraction value) {

    /** Wide enough for percentages of six decimals and for any inheritance, small enough to be stored as it is. */
    static final BigInteger LARGEST_DENOMINATOR = BigInteger.valueOf(1_000_000_000);

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,10})\\s*/\\s*(\\d{1,10})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%?");

    public Share {
        if (value.equals(Fraction.NONE) || value.exceeds(Fraction.WHOLE)) {
            throw new IllegalArgumentException("A share is more than nothing and at most the whole, not " + value);
        }
        if (value.denominator().compareTo(LARGEST_DENOMINATOR) > 0) {
            throw new IllegalArgumentException("A share is divided into at most " + LARGEST_DENOMINATOR + " parts");
        }
    }

    public static Share of(long numerator, long denominator) {
        return new Share(Fraction.of(numerator, denominator));
    }

    /** Reads {@code 1/3}, and as percentages {@code 33.333333%} and {@code 50}; a percentage is taken as written. */
    public static Share parse(String text) {
        var fraction = FRACTION.matcher(text.strip());
        if (fraction.matches()) {
            return new Share(new Fraction(new BigInteger(fraction.group(1)), new BigInteger(fraction.group(2))));
        }
        var percent = PERCENT.matcher(text.strip());
        if (percent.matches()) {
            var millionths = new BigDecimal(percent.group(1)).movePointRight(6).toBigIntegerExact();
            return new Share(new Fraction(millionths, BigInteger.valueOf(100_000_000)));
        }
        throw new IllegalArgumentException(
                "Write a share as a fraction like 1/3 or as a percentage with at most six decimals like 33.333333%");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
