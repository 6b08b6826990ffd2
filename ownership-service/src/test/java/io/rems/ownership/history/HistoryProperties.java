package io.rems.ownership.history;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Five hundred histories in each build; ten thousand with {@code -Pnightly}. */
class HistoryProperties {

    @Property(tries = 500)
    void onEveryDayAndAtEveryMomentTheSharesAreThoseOfTheOracle(@ForAll("histories") List<Draw> history) {
        Histories.verify(new DomainBook(), history);
    }

    @Property(tries = 10_000)
    @Tag("nightly")
    void soAreTheyInVeryManyHistories(@ForAll("histories") List<Draw> history) {
        Histories.verify(new DomainBook(), history);
    }

    @Provide
    Arbitrary<List<Draw>> histories() {
        var number = Arbitraries.integers().between(0, 99).withoutEdgeCases();
        return Combinators.combine(number, number, number, number, number, number)
                .as(Draw::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
