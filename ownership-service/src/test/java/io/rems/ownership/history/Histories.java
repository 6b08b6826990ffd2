package io.rems.ownership.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a history into a book and into the oracle, and compares them on every day as known at every moment. */
final class Histories {

    private static final BigInteger MOST_PARTS = BigInteger.valueOf(1_000_000_000);

    private Histories() {}

    static void verify(Book book, List<Draw> draws) {
        var oracle = new Oracle();
        var done = new ArrayList<Step>();
        for (var draw : draws) {
            var periods = book.periods();
            draw.step(periods, oracle.transfers()).forEach(step -> {
                var answer = book.ask(step);
                if (answer == Book.Answer.TOO_FINE) {
                    assertThat(oracle.parts(step, periods))
                            .as("%s after %s", step, done)
                            .isGreaterThan(MOST_PARTS);
                    return;
                }
                var accepted = answer == Book.Answer.ACCEPTED;
                assertThat(accepted).as("%s after %s", step, done).isEqualTo(oracle.allows(step));
                if (accepted) {
                    done.add(step);
                    compare(book, oracle, oracle.moments() - 1, done);
                }
            });
        }
        for (int moment = 0; moment < oracle.moments(); moment++) {
            compare(book, oracle, moment, done);
        }
    }

    private static void compare(Book book, Oracle oracle, int moment, List<Step> done) {
        var known = book.knownAfter(moment);
        for (int day = -1; day <= Held.DAYS; day++) {
            var expected = day < 0 ? Map.of(Oracle.FIRM, "1/1") : oracle.holders(moment, day);
            var held = known.apply(day);
            assertThat(held)
                    .as("day %d as known after %d of %s", day, moment, done)
                    .isEqualTo(expected);
            var shares = held.values().stream().map(Fraction::of).toList();
            assertThat(shares).noneMatch(Fraction::isNegative);
            assertThat(shares.stream().reduce(Fraction.ZERO, Fraction::plus)).isEqualTo(Fraction.ONE);
        }
    }
}
