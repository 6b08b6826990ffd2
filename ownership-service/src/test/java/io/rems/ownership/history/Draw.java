package io.rems.ownership.history;

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

    /** What somebody gives of a share. */
    private static final List<String> PARTS = List.of("1/1", "1/2", "1/3", "2/3", "1/4", "1/1", "3/2");

    /** What the heirs get of it. */
    private static final List<List<String>> FRACTIONS = List.of(
            List.of("1/8", "7/24", "7/12"), List.of("1/6", "5/6"), List.of("1/1"), List.of("1/2", "1/3", "1/6"));

    static Draw of(Random random) {
        return new Draw(
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100),
                random.nextInt(100));
    }

    /**
     * Empty where it is about a period or a transfer and there is none.
     *
     * @param transfers on which day each began that was recorded so far
     */
    Stream<Step> step(List<Held> periods, List<Integer> transfers) {
        return switch (kind % 15) {
            case 0, 1, 2 -> Stream.of(new Step.Add(period()));
            case 3 -> Stream.of(new Step.Assign(begin(), end(), table()));
            case 4 ->
                Stream.of(new Step.Transfer(Oracle.FIRM, awards(Oracle.FIRM, SHARES.get(share % 7)), begin(), end()));
            case 5, 6 -> transfers.isEmpty() ? Stream.empty() : Stream.of(back(transfers));
            default -> periods.isEmpty() ? Stream.empty() : Stream.of(about(periods.get(pick % periods.size())));
        };
    }

    private Step about(Held picked) {
        return switch (kind % 15) {
            case 7, 8 -> new Step.End(picked, begin() + 1);
            case 9 -> new Step.Correct(picked, period());
            case 10 -> new Step.Annul(picked);
            case 11 -> new Step.Inherit(picked.owner(), heirs(picked.owner()), within(picked));
            default -> {
                var part = Fraction.of(picked.share()).times(Fraction.of(PARTS.get(share % PARTS.size())));
                var given = part.canBeHeld() ? part.toString() : picked.share();
                yield new Step.Transfer(
                        picked.owner(),
                        awards(picked.owner(), given),
                        within(picked),
                        length % 5 == 0 ? null : picked.to());
            }
        };
    }

    private Step back(List<Integer> transfers) {
        var which = pick % transfers.size();
        return new Step.Reverse(which, Math.min(Held.DAYS - 1, Math.max(0, transfers.get(which) + from % 8 - 1)));
    }

    private int within(Held picked) {
        return picked.from() + from % (picked.end() - picked.from());
    }

    /** All of it to one, or halves to two. */
    private Map<String, String> awards(String giver, String given) {
        var others = Stream.concat(OWNERS.stream(), Stream.of(Oracle.FIRM))
                .filter(name -> !name.equals(giver))
                .toList();
        var first = others.get(owner % others.size());
        var second = others.get((owner + 1 + length % (others.size() - 1)) % others.size());
        var half = Fraction.of(given).times(Fraction.of("1/2"));
        return length % 2 == 0 || !half.canBeHeld()
                ? Map.of(first, given)
                : new TreeMap<>(Map.of(first, half.toString(), second, half.toString()));
    }

    private Map<String, String> heirs(String giver) {
        var others = OWNERS.stream().filter(name -> !name.equals(giver)).toList();
        var fractions = FRACTIONS.get(share % FRACTIONS.size());
        var heirs = new TreeMap<String, String>();
        for (int i = 0; i < fractions.size(); i++) {
            heirs.put(others.get((owner + i) % others.size()), fractions.get(i));
        }
        return heirs;
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
