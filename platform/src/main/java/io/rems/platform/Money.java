package io.rems.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An exact amount in the minor units of its currency (thousandths for the Kuwaiti dinar), so that no amount is ever
 * rounded by accident; arithmetic throws {@link ArithmeticException} on overflow and {@link IllegalArgumentException}
 * when currencies differ.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,4})?");

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Not a currency one can pay in: " + currency);
        }
    }

    /** Reads {@code "450.000"}; refuses more decimals than the currency has. */
    public static Money of(String amount, String currency) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("Not an amount: write it like 450.000");
        }
        return of(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** The amount in major units; refuses more decimals than the currency has. */
    public static Money of(BigDecimal amount, Currency currency) {
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(
                    currency + " has " + currency.getDefaultFractionDigits() + " decimals at most");
        }
        return new Money(
                amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, inSameCurrency(other)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** In major units, with as many decimals as the currency has. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** The part {@code factor} of this amount, rounded as told to the currency's minor unit. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact(), currency);
    }

    /**
     * Splits by weight without losing a unit (largest remainder): units left over go to the largest remainders, the
     * earlier one first among equals.
     */
    public List<Money> allocate(List<BigInteger> weights) {
        var total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("Weights must not be negative, nor all zero");
        }
        var amount = BigInteger.valueOf(minor);
        var shares = weights.stream()
                .map(weight -> amount.multiply(weight).divideAndRemainder(total))
                .toList();
        var units = new ArrayList<>(shares.stream().map(share -> share[0]).toList());
        var left = amount.subtract(units.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1].abs())
                        .reversed())
                .limit(Math.abs(left))
                .forEach(i -> units.set(i, units.get(i).add(BigInteger.valueOf(Integer.signum(left)))));
        return units.stream()
                .map(unit -> new Money(unit.longValueExact(), currency))
                .toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, inSameCurrency(other));
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private long inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Not in the same currency: " + this + ", " + other);
        }
        return other.minor;
    }

    /** The form in JSON: a decimal string, which no client turns into a floating-point number. */
    public record Written(String amount, String currency) {}

    @JsonValue
    public Written written() {
        return new Written(amount().toPlainString(), currency.getCurrencyCode());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Money read(Written written) {
        return of(written.amount, written.currency);
    }
}
