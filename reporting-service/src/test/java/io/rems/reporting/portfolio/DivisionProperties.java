package io.rems.reporting.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Money;
import io.rems.platform.Share;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class DivisionProperties {
    private static final Currency KWD = Currency.getInstance("KWD");

    @Property
    void ownersOfTheWholeGetTheWholeAmount(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1000) Integer> parts) {
        var divided = Division.of(new Money(minor, KWD), shares(parts, sum(parts)));

        assertThat(sum(divided)).isEqualTo(minor);
    }

    @Property
    void nobodyIsOffHisExactPartByAMinorUnitOrMore(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1000) Integer> parts,
            @ForAll @IntRange(max = 500) int ofTheFirm) {
        var shares = shares(parts, sum(parts) + ofTheFirm);

        Division.of(new Money(minor, KWD), shares).forEach((owner, part) -> {
            var share = Objects.requireNonNull(shares.get(owner));
            var exact = BigInteger.valueOf(minor).multiply(share.numerator());
            var given = BigInteger.valueOf(part.minor()).multiply(share.denominator());
            assertThat(given.subtract(exact).abs()).isLessThan(share.denominator());
        });
    }

    private static SortedMap<UUID, Share> shares(List<Integer> parts, int whole) {
        var shares = new TreeMap<UUID, Share>();
        for (int i = 0; i < parts.size(); i++) {
            shares.put(new UUID(0, i), Share.of(parts.get(i), whole));
        }
        return shares;
    }

    private static int sum(List<Integer> parts) {
        return parts.stream().mapToInt(Integer::intValue).sum();
    }

    private static long sum(SortedMap<UUID, Money> parts) {
        return parts.values().stream().mapToLong(Money::minor).sum();
    }
}
