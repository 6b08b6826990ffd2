package io.rems.ownership.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What every owner holds on every single day: no periods, no intervals, and a copy of all of it after each step. */
final class Oracle {

    static final String FIRM = "FIRM_DEFAULT";

    private Map<String, Fraction[]> held = nothing();
    private final List<Map<String, Fraction[]>> known = new ArrayList<>(List.of(held));
    private final List<Transferred> transfers = new ArrayList<>();

    /** So much went from one to another on a day. */
    private record Move(String from, String to, Fraction share, int day) {}

    private record Transferred(int from, List<Move> moves, boolean reversed) {}

    /** @return whether the rules allow it; if not, nothing has happened */
    boolean allows(Step step) {
        var before = held;
        var transfersBefore = List.copyOf(transfers);
        held = new HashMap<>();
        before.forEach((owner, days) -> held.put(owner, days.clone()));
        if (!make(step) || anyDayIsWrong()) {
            held = before;
            transfers.clear();
            transfers.addAll(transfersBefore);
            return false;
        }
        known.add(held);
        return true;
    }

    /** On which day each transfer began that was recorded. */
    List<Integer> transfers() {
        return transfers.stream().map(Transferred::from).toList();
    }

    /** Of which every share that may come of a transfer is a whole number: nothing but sums and differences come of it. */
    BigInteger parts(Step step, List<Held> periods) {
        var moves = moves(step);
        var givers = moves.stream().map(Move::from).toList();
        var shares = Stream.concat(
                moves.stream().map(Move::share),
                periods.stream()
                        .filter(period -> givers.contains(period.owner()))
                        .map(period -> Fraction.of(period.share())));
        return shares.reduce(BigInteger.ONE, Fraction::common, BigInteger::multiply)
                .multiply(fractions(step).reduce(BigInteger.ONE, Fraction::common, BigInteger::multiply));
    }

    /** How often something was known anew: at first nothing was. */
    int moments() {
        return known.size();
    }

    /** Who held what, the firm included, on a day as it was known after so many steps. */
    Map<String, String> holders(int moment, int day) {
        var holders = new TreeMap<String, String>();
        var left = Fraction.ONE;
        for (var owner : known.get(moment).entrySet()) {
            var share = owner.getValue()[Math.min(day, Held.DAYS - 1)];
            left = left.minus(share);
            holders.put(owner.getKey(), share.toString());
        }
        holders.put(FIRM, left.toString());
        holders.values().removeIf("0/1"::equals);
        return holders;
    }

    private boolean make(Step step) {
        switch (step) {
            case Step.Add(var period) -> change(period, true);
            case Step.Annul(var period) -> change(period, false);
            case Step.Correct(var period, var right) -> {
                change(period, false);
                change(right, true);
            }
            case Step.End(var period, var day) -> {
                if (day <= period.from() || day >= period.end()) {
                    return false;
                }
                change(new Held(period.owner(), period.share(), day, period.to()), false);
            }
            case Step.Transfer(var _, var _, var from, var _) -> {
                return handOver(from, moves(step));
            }
            case Step.Inherit(var _, var _, var from) -> {
                return handOver(from, moves(step));
            }
            case Step.Reverse(var which, var from) -> {
                var transfer = transfers.get(which);
                if (transfer.reversed() || from < transfer.from() || !handOver(from, moves(step))) {
                    return false;
                }
                transfers.set(which, new Transferred(transfer.from(), transfer.moves(), true));
            }
            case Step.Assign(var from, var until, var shares) -> {
                for (int day = from; day < (until == null ? Held.DAYS : until); day++) {
                    for (var owner : held.entrySet()) {
                        owner.getValue()[day] = Fraction.of(shares.getOrDefault(owner.getKey(), "0/1"));
                    }
                }
            }
        }
        return true;
    }

    /** Day by day what the step is about to move. */
    private List<Move> moves(Step step) {
        var moves = new ArrayList<Move>();
        switch (step) {
            case Step.Transfer(var giver, var awards, var from, var until) -> {
                for (int day = from; day < (until == null ? Held.DAYS : until); day++) {
                    for (var award : awards.entrySet()) {
                        moves.add(new Move(giver, award.getKey(), Fraction.of(award.getValue()), day));
                    }
                }
            }
            case Step.Inherit(var owner, var fractions, var from) -> {
                for (int day = from; day < Held.DAYS; day++) {
                    for (var heir : fractions.entrySet()) {
                        var share = left(owner, day).times(Fraction.of(heir.getValue()));
                        moves.add(new Move(owner, heir.getKey(), share, day));
                    }
                }
            }
            case Step.Reverse(var which, var from) ->
                transfers.get(which).moves().stream()
                        .filter(move -> move.day() >= from)
                        .map(move -> new Move(move.to(), move.from(), move.share(), move.day()))
                        .forEach(moves::add);
            default -> {}
        }
        moves.removeIf(move -> move.share().isZero());
        return moves;
    }

    /** On no day more than the giver has then. */
    private boolean handOver(int from, List<Move> moves) {
        if (moves.isEmpty()) {
            return false;
        }
        for (int day = 0; day < Held.DAYS; day++) {
            var asked = new HashMap<String, Fraction>();
            for (var move : moves) {
                if (move.day() == day) {
                    asked.merge(move.from(), move.share(), Fraction::plus);
                }
            }
            for (var giver : asked.entrySet()) {
                if (giver.getValue().isMoreThan(left(giver.getKey(), day))) {
                    return false;
                }
            }
        }
        for (var move : moves) {
            add(move.from(), Fraction.ZERO.minus(move.share()), move.day());
            add(move.to(), move.share(), move.day());
        }
        transfers.add(new Transferred(from, moves, false));
        return true;
    }

    private void add(String holder, Fraction share, int day) {
        if (!holder.equals(FIRM)) {
            var days = Objects.requireNonNull(held.get(holder));
            days[day] = days[day].plus(share);
        }
    }

    /** What somebody has on a day; the firm what nobody else has. */
    private Fraction left(String holder, int day) {
        if (!holder.equals(FIRM)) {
            return Objects.requireNonNull(held.get(holder))[day];
        }
        var left = Fraction.ONE;
        for (var days : held.values()) {
            left = left.minus(days[day]);
        }
        return left;
    }

    /** By which an inheritance divides each share that is held. */
    private static Stream<Fraction> fractions(Step step) {
        return step instanceof Step.Inherit(var _, var fractions, var _)
                ? fractions.values().stream().map(Fraction::of)
                : Stream.empty();
    }

    private void change(Held period, boolean given) {
        var days = Objects.requireNonNull(held.get(period.owner()));
        var share = Fraction.of(period.share());
        for (int day = period.from(); day < period.end(); day++) {
            days[day] = given ? days[day].plus(share) : days[day].minus(share);
        }
    }

    private boolean anyDayIsWrong() {
        for (int day = 0; day < Held.DAYS; day++) {
            var total = Fraction.ZERO;
            for (var days : held.values()) {
                if (days[day].isNegative()) {
                    throw new AssertionError("The oracle itself is wrong: somebody holds less than nothing");
                }
                total = total.plus(days[day]);
            }
            if (total.isMoreThanOne()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Fraction[]> nothing() {
        var nothing = new HashMap<String, Fraction[]>();
        for (var owner : Draw.OWNERS) {
            var days = new Fraction[Held.DAYS];
            Arrays.fill(days, Fraction.ZERO);
            nothing.put(owner, days);
        }
        return nothing;
    }
}
