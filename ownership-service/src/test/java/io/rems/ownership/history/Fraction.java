package io.rems.ownership.history;

import java.math.BigInteger;

/** A number for the oracle, which must not trust the shares that it judges. */
record Fraction(BigInteger above, BigInteger below) {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    Fraction {
        var common = above.gcd(below);
        above = above.divide(common);
        below = below.divide(common);
    }

    static Fraction of(String written) {
        var slash = written.indexOf('/');
        return new Fraction(new BigInteger(written.substring(0, slash)), new BigInteger(written.substring(slash + 1)));
    }

    Fraction plus(Fraction other) {
        return new Fraction(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    /** The parts of which both are whole numbers. */
    static BigInteger common(BigInteger parts, Fraction fraction) {
        return parts.divide(parts.gcd(fraction.below)).multiply(fraction.below);
    }

    /** Nobody is given more than the whole, or finer parts than these. */
    boolean canBeHeld() {
        return !isMoreThanOne() && below.bitLength() <= 29;
    }

    boolean isZero() {
        return above.signum() == 0;
    }

    boolean isMoreThan(Fraction other) {
        return other.minus(this).isNegative();
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.above.negate(), other.below));
    }

    boolean isMoreThanOne() {
        return above.compareTo(below) > 0;
    }

    boolean isNegative() {
        return above.signum() < 0;
    }

    @Override
    public String toString() {
        return above + "/" + below;
    }
}
