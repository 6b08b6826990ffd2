package io.rems.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact part of a whole in lowest terms, so that three thirds are all of it and half is never nearly half. It is never
 * negative, and more than the whole only where shares were added up; what breaks that, or is no share, throws
 * {@link IllegalArgumentException}.
 */
public record Share(BigInteger numerator, BigInteger denominator) implements Comparable<Share> {

    public static final Share NONE = of(0, 1);
    public static final Share HALF = of(1, 2);
    public static final Share WHOLE = of(1, 1);

    private static final int MOST_DIGITS = 40;
    private static final Pattern FRACTION = Pattern.compile("(\\d+)\\s*/\\s*(\\d+)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%?");
    private static final Pattern QIRAT =
            Pattern.compile("(?=\\d)(?:(\\d{1,3})\\s*qirats?)?\\s*(?:(\\d{1,3})\\s*sahms?)?", Pattern.CASE_INSENSITIVE);
    private static final long SAHM_OF_QIRAT = 24;
    private static final long SAHM_OF_WHOLE = 24 * SAHM_OF_QIRAT;
    private static final int DECIMALS = 6;
    private static final long MILLIONTHS_OF_PERCENT = 100_000_000;

    public Share {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("Nothing can be divided into 0 parts: " + numerator + "/" + denominator);
        }
        if (numerator.signum() < 0 || denominator.signum() < 0) {
            throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
        }
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads a fraction, {@code 1/3}; a percentage, {@code 33.333333%} or {@code 50}, taken exactly as written: that many
     * millionths of a hundredth, and not a third; or qirats, {@code 8 qirat} or {@code 8 qirat 12 sahm}: of 24 qirats in
     * the whole, and of 24 sahms in a qirat.
     */
    public static Share parse(String text) {
        var written = text.strip();
        var fraction = FRACTION.matcher(written);
        if (fraction.matches()) {
            return new Share(whole(fraction.group(1)), whole(fraction.group(2)));
        }
        var percent = PERCENT.matcher(written);
        if (percent.matches()) {
            var millionths = new BigDecimal(percent.group(1)).movePointRight(DECIMALS);
            return new Share(millionths.toBigIntegerExact(), BigInteger.valueOf(MILLIONTHS_OF_PERCENT));
        }
        var qirat = QIRAT.matcher(written);
        if (qirat.matches()) {
            return of(SAHM_OF_QIRAT * count(qirat.group(1)) + count(qirat.group(2)), SAHM_OF_WHOLE);
        }
        throw new IllegalArgumentException(
                "Write a share as a fraction like 1/3, as a percentage with at most six decimals"
                        + " like 33.333333%, or as 8 qirat 12 sahm; it is never negative");
    }

    private static BigInteger whole(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("A fraction has at most " + MOST_DIGITS + " digits on either side");
        }
        return new BigInteger(digits);
    }

    private static long count(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    public Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** What is left; {@code other} must not be the larger one. */
    public Share minus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** This part of another share: a half of a third is a sixth. */
    public Share times(Share part) {
        return new Share(numerator.multiply(part.numerator), denominator.multiply(part.denominator));
    }

    public boolean isNone() {
        return numerator.signum() == 0;
    }

    public boolean isMoreThan(Share other) {
        return compareTo(other) > 0;
    }

    /** For people to read, rounded half up to six decimals; calculations use the fraction. */
    public String percent() {
        var percent = new BigDecimal(numerator)
                .movePointRight(2)
                .divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 1/3}, the form in events; the whole is {@code 1/1}, for a bare number would read as a percentage. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    /** The form in answers: exact, and for people. */
    public record Written(String fraction, String percent) {}

    @JsonValue
    public Written written() {
        return new Written(toString(), percent());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Share read(Written written) {
        return parse(written.fraction);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Share read(String text) {
        return parse(text);
    }
}
