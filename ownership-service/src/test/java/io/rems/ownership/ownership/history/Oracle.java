package io.rems.ownership.ownership.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every owner holds on every single day: no periods, no intervals, and a copy of all of it after each step. */
final class Oracle {

    static final String FIRM = "FIRM_DEFAULT";

    private Map<String, Fraction[]> held = nothing();
    private final List<Map<String, Fraction[]>> known = new ArrayList<>(List.of(held));

    /** @return whether the rules allow it; if not, nothing has happened */
    boolean allows(Step step) {
        var before = held;
        held = new HashMap<>();
        before.forEach((owner, days) -> held.put(owner, days.clone()));
        if (!make(step) || anyDayIsWrong()) {
            held = before;
            return false;
        }
        known.add(held);
        return true;
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
