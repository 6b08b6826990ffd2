package io.rems.ownership.ownership.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a history into a book and into the oracle, and compares them on every day as known at every moment. */
final class Histories {

    private Histories() {}

    static void verify(Book book, List<Draw> draws) {
        var oracle = new Oracle();
        var done = new ArrayList<Step>();
        for (var draw : draws) {
            draw.step(book.periods()).forEach(step -> {
                var accepted = book.ask(step);
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
            assertThat(known.apply(day))
                    .as("day %d as known after %d of %s", day, moment, done)
                    .isEqualTo(expected);
        }
    }
}
