package io.rems.bench;

import io.rems.local.App;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looking for people and firms while there are few, and while there are ten thousand firms, a hundred thousand users
 * and a million assignments. What is looked at stays the same, so a search that stays flat keeps its time.
 */
final class People {
    private static final int FEW = 100;
    private static final int FACTOR = 100;
    private static final int SAMPLES = 50;

    private final Target target;

    People(Target target) {
        this.target = target;
    }

    void run(int rounds, PrintStream out) throws SQLException, IOException {
        var few = new Population(target.stack(), FEW);
        few.fill();
        var before = measured(rounds);
        var many = new Population(target.stack(), FEW * FACTOR);
        many.fill();
        var after = measured(rounds);
        before.forEach((search, times) -> {
            var comparison = new Comparison(search + ", p50 of " + SAMPLES, "ms");
            var later = after.getOrDefault(search, List.of());
            for (var round = 0; round < rounds; round++) {
                comparison.add(few.text(), times.get(round));
                comparison.add(many.text(), later.get(round));
            }
            comparison.print(out);
        });
        new Colleagues(target).run(rounds, out);
        requireIndexes(out);
    }

    private Map<String, String> searches() {
        var platform = target.operatorToken();
        var firm = target.accessToken();
        var searches = new LinkedHashMap<String, String>();
        searches.put("/api/v1/platform/users?q=zainab.4711", platform);
        searches.put("/api/v1/platform/users?limit=50", platform);
        searches.put("/api/v1/platform/firms?q=Firm 47", platform);
        searches.put("/api/v1/platform/firms?limit=50", platform);
        searches.put("/api/v1/users?q=bench", firm);
        searches.put("/api/v1/assignments?limit=50", firm);
        searches.put("/api/v1/me", firm);
        return searches;
    }

    private Map<String, List<Double>> measured(int rounds) {
        var measured = new LinkedHashMap<String, List<Double>>();
        searches().forEach((search, token) -> {
            var address = target.throughGateway(search.replace(" ", "%20"));
            var times = new ArrayList<Double>();
            for (var round = -1; round < rounds; round++) {
                var time = typical(address, token);
                if (round >= 0) {
                    times.add(time);
                }
            }
            measured.put(search, times);
        });
        return measured;
    }

    static double typical(String address, String token) {
        var samples = new ArrayList<Double>();
        for (var sample = 0; sample < SAMPLES; sample++) {
            var begin = System.nanoTime();
            Target.get(address, token).block();
            samples.add((System.nanoTime() - begin) / 1e6);
        }
        return Percentile.of(samples, 50);
    }

    private void searchOnce() {
        searches()
                .forEach((search, token) -> Target.get(target.throughGateway(search.replace(" ", "%20")), token)
                        .retryWhen(QueryPlans.UNTIL_RECONNECTED)
                        .block());
    }

    /** @throws IllegalStateException if one of the searches reads a table from end to end */
    private void requireIndexes(PrintStream out) throws SQLException, IOException {
        var scanned = new QueryPlans(target.stack(), App.FIRM).scannedBy(this::searchOnce);
        if (!scanned.isEmpty()) {
            throw new IllegalStateException("Read from end to end: " + scanned);
        }
        out.printf("%nNo table of firm-service is read from end to end by these.%n");
    }
}
