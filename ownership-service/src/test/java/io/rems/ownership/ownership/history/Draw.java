package io.rems.ownership.ownership.history;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Six numbers of which a step is made, so that a property can shrink it and a seed can repeat it. */
record Draw(int kind, int owner, int share, int from, int length, int pick) {

    static final List<String> OWNERS = List.of("Mona", "Omar", "Sara", "Zaid");

    private static final List<String> SHARES = List.of(
            "1/3",
            "1/2",
            "1/4",
            "1/6",
            "1/8",
            "2/3",
            "5/24",
            "17/48",
            "1/576",
            "33333333/100000000",
            "1/1",
            "1/100000000",
            "1/999999937",
            "499999968/999999937",
            "7/1000000000",
            "3/7");

    static Draw of(Random random) {
        return new Draw(
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100));
    }

    /** Empty where it is about a period and there is none. */
    Stream<Step> step(List<Held> periods) {
        if (kind % 8 < 3) {
            return Stream.of(new Step.Add(period()));
        }
        if (kind % 8 == 3) {
            return Stream.of(new Step.Assign(begin(), end(), table()));
        }
        if (periods.isEmpty()) {
            return Stream.empty();
        }
        var picked = periods.get(pick % periods.size());
        return Stream.of(
                switch (kind % 8) {
                    case 4, 5 -> new Step.End(picked, begin() + 1);
                    case 6 -> new Step.Correct(picked, period());
                    default -> new Step.Annul(picked);
                });
    }

    private Held period() {
        return new Held(OWNERS.get(owner % OWNERS.size()), SHARES.get(share % SHARES.size()), begin(), end());
    }

    private int begin() {
        return from % (Held.DAYS - 2);
    }

    private @Nullable Integer end() {
        return length % 3 == 0 ? null : Math.min(begin() + 1 + length % 25, Held.DAYS - 1);
    }

    private Map<String, String> table() {
        var shares = new TreeMap<String, String>();
        for (int i = 0; i < OWNERS.size(); i++) {
            if ((owner >> i) % 2 == 1) {
                shares.put(OWNERS.get(i), SHARES.get((share + 3 * i) % 10));
            }
        }
        return shares;
    }
}
