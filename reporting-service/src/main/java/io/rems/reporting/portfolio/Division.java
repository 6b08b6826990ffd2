package io.rems.reporting.portfolio;

import io.rems.platform.Money;
import io.rems.platform.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Divides an amount among owners by share: largest remainder, ties to the owner whose identifier is smaller, the firm's
 * part last. Owners' parts and the firm's add up to the amount.
 */
final class Division {

    private Division() {}

    static SortedMap<UUID, Money> of(Money amount, SortedMap<UUID, Share> shares) {
        var parts = new TreeMap<UUID, Money>();
        if (!shares.isEmpty()) {
            var divided = amount.allocate(weights(List.copyOf(shares.values()))).iterator();
            shares.keySet().forEach(owner -> parts.put(owner, divided.next()));
        }
        return parts;
    }

    private static List<BigInteger> weights(List<Share> shares) {
        var whole = shares.stream().map(Share::denominator).reduce(BigInteger.ONE, Division::leastCommonMultiple);
        var weights = new ArrayList<BigInteger>();
        shares.forEach(share -> weights.add(share.numerator().multiply(whole.divide(share.denominator()))));
        var firm = whole.subtract(weights.stream().reduce(BigInteger.ZERO, BigInteger::add));
        weights.add(firm.max(BigInteger.ZERO));
        return weights;
    }

    private static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
