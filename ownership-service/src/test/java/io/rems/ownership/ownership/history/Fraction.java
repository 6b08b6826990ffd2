package io.rems.ownership.ownership.history;

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
