package io.rems.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyProperties {

    private static final Currency KWD = Currency.getInstance("KWD");

    @Property
    void noUnitIsLostAndNoPartIsOffByOne(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 24) List<@IntRange(min = 1, max = 1_000_000) Integer> weights) {
        var total = weights.stream().mapToLong(Integer::intValue).sum();

        var parts = new Money(minor, KWD)
                .allocate(weights.stream()
                        .map(weight -> BigInteger.valueOf(weight))
                        .toList());

        assertThat(parts.stream().mapToLong(Money::minor).sum()).isEqualTo(minor);
        for (int i = 0; i < parts.size(); i++) {
            var exact = (double) minor * weights.get(i) / total;
            assertThat(Math.abs(parts.get(i).minor() - exact)).isLessThan(1.001);
        }
    }
}
