package io.rems.ownership.history;

import io.rems.ownership.Estate;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same histories through the API into the real database. */
@RemsTest
class HistoryTest {

    private static final int HISTORIES = 24;
    private static final int STEPS = 14;

    @Autowired
    RemsHttp http;

    @Test
    void databaseTellsOfEveryDayAndMomentWhatTheOracleTells() {
        var estate = new Estate(http);
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            Histories.verify(
                    new ApiBook(estate, "H" + seed),
                    Stream.generate(() -> Draw.of(random)).limit(STEPS).toList());
        }
    }
}
