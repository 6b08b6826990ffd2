package io.rems.reporting;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact part of a property, in lowest terms; events carry it as {@code "1/3"}. */
public record Share(BigInteger numerator, BigInteger denominator) {

    public static final Share NONE = new Share(ZERO, ONE);

    public Share {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
        }
        var divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Share parse(String fraction) {
        int slash = fraction.indexOf('/');
        return slash < 0
                ? new Share(new BigInteger(fraction), ONE)
                : new Share(
                        new BigInteger(fraction.substring(0, slash)), new BigInteger(fraction.substring(slash + 1)));
    }

    public Share plus(Share other) {
        return new Share(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** For people to read, to six decimals. */
    public String percent() {
        var percent = new BigDecimal(numerator.multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }

    /** {@code 1/3}. */
    public String fraction() {
        return numerator + "/" + denominator;
    }

    /** The form in answers. */
    public record Written(String fraction, String percent) {}

    @JsonValue
    public Written written() {
        return new Written(fraction(), percent());
    }
}
