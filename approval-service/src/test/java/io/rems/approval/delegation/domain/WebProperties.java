package io.rems.approval.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cycles and chains against an oracle that looks at each day by itself and follows every edge. */
class WebProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 10;
    private static final int OWNERS = 5;

    /** Owners 0 to 4, each with a login of his own; logins 5 and 6 act as nobody. */
    record Wish(int owner, int delegate, int from, int length) {

        Window window() {
            return new Window(FIRST.plusDays(from), FIRST.plusDays(from + length));
        }

        boolean isOn(int day) {
            return from <= day && day < from + length;
        }
    }

    @Property(tries = 2000)
    void aGrantIsRefusedExactlyWhenOnSomeDayItWouldLeadBackToItsOwner(@ForAll("wishes") List<Wish> wishes) {
        var granted = new ArrayList<Wish>();
        for (var wish : wishes) {
            if (wish.owner() != wish.delegate()) {
                var refused = web(granted).wouldCloseACycle(delegation(granted.size(), wish));

                assertThat(refused).as("%s after %s", wish, granted).isEqualTo(closesACycleOnSomeDay(wish, granted));
                if (!refused) {
                    granted.add(wish);
                }
            }
        }
        IntStream.range(0, DAYS)
                .forEach(day -> assertThat(hasACycle(granted, day)).isFalse());
    }

    @Property(tries = 2000)
    void waysAreAllChainsOfFourStepsAtMostThatPassNobodyTwice(@ForAll("wishes") List<Wish> wishes) {
        var web = web(wishes);

        for (var owner = 0; owner < OWNERS; owner++) {
            var found = web.from(ownerId(owner)).stream().map(Way::ids).toList();
            assertThat(found).doesNotHaveDuplicates();
            assertThat(Set.copyOf(found)).isEqualTo(chains(owner, wishes));
        }
    }

    @Property(tries = 1000)
    void aWayHoldsOnTheDaysOnWhichEachOfItsDelegationsDoes(@ForAll("wishes") List<Wish> wishes) {
        var web = web(wishes);

        for (var owner = 0; owner < OWNERS; owner++) {
            for (var way : web.from(ownerId(owner))) {
                for (var day = FIRST.minusDays(1); day.isBefore(FIRST.plusDays(25)); day = day.plusDays(1)) {
                    var on = day;
                    var all = way.delegations().stream()
                            .allMatch(step -> step.window().contains(on));
                    assertThat(way.window()
                                    .filter(window -> window.contains(on))
                                    .isPresent())
                            .isEqualTo(all);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, OWNERS - 1),
                        Arbitraries.integers().between(0, OWNERS + 1),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS))
                .as(Wish::new)
                .list()
                .ofMaxSize(12);
    }

    private static boolean closesACycleOnSomeDay(Wish wish, List<Wish> granted) {
        var all = new ArrayList<>(granted);
        all.add(wish);
        return IntStream.range(wish.from(), wish.from() + wish.length()).anyMatch(day -> hasACycle(all, day));
    }

    /** Warshall's closure of who acts for whom on a day. */
    private static boolean hasACycle(List<Wish> wishes, int day) {
        var reaches = new boolean[OWNERS + 2][OWNERS + 2];
        wishes.stream().filter(wish -> wish.isOn(day)).forEach(wish -> reaches[wish.owner()][wish.delegate()] = true);
        for (var by = 0; by < reaches.length; by++) {
            for (var from = 0; from < reaches.length; from++) {
                for (var to = 0; to < reaches.length; to++) {
                    reaches[from][to] |= reaches[from][by] && reaches[by][to];
                }
            }
        }
        return IntStream.range(0, reaches.length).anyMatch(one -> reaches[one][one]);
    }

    /** Every sequence of delegations, tried one by one. */
    private static Set<List<DelegationId>> chains(int owner, List<Wish> wishes) {
        var found = new HashSet<List<DelegationId>>();
        follow(owner, List.of(), Set.of(), wishes, found);
        return found;
    }

    private static void follow(
            int owner, List<DelegationId> before, Set<Integer> seen, List<Wish> wishes, Set<List<DelegationId>> found) {
        var passed = new HashSet<>(seen);
        passed.add(owner);
        for (var i = 0; i < wishes.size() && before.size() < Way.LONGEST + 1; i++) {
            var delegate = wishes.get(i).delegate();
            if (wishes.get(i).owner() == owner && (before.isEmpty() || !passed.contains(delegate))) {
                var way = new ArrayList<>(before);
                way.add(new DelegationId(new UUID(0, i)));
                found.add(List.copyOf(way));
                if (!passed.contains(delegate)) {
                    follow(delegate, way, passed, wishes, found);
                }
            }
        }
    }

    private static Web web(List<Wish> wishes) {
        return new Web(
                IntStream.range(0, wishes.size())
                        .mapToObj(i -> delegation(i, wishes.get(i)))
                        .toList(),
                new Links(IntStream.range(0, OWNERS)
                        .boxed()
                        .collect(Collectors.toMap(
                                WebProperties::person, i -> new Links.Link(Optional.of(ownerId(i)), true)))));
    }

    private static Delegation delegation(int number, Wish wish) {
        return new Delegation(
                new DelegationId(new UUID(0, number)),
                ownerId(wish.owner()),
                person(wish.delegate()),
                wish.window(),
                Limits.NONE,
                null,
                person(wish.owner()),
                Instant.EPOCH.plusSeconds(number),
                null);
    }

    private static OwnerId ownerId(int number) {
        return new OwnerId(new UUID(1, number));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(2, number));
    }
}
