package io.rems.bench;

import io.rems.local.App;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of one firm while it has a hundred, and while it has a hundred thousand: the first page, one from the
 * middle, by role; searches for what all, one, or a tenth at the end of the list are called; how many there are; and whose
 * assignment has ended.
 */
final class Colleagues {
    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int SAMPLES = 50;
    private static final String LIST = "/api/v1/users";
    private static final String ASSIGNMENTS = "/api/v1/assignments";

    /** What a tenth of the people are called besides, the last of the list. */
    private static final String LAST_TENTH = "CASE WHEN n BETWEEN 91 AND 100 OR n > 90000 THEN ' Zayed' ELSE '' END";

    private static final List<String> FILL = List.of(
            """
            INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator, created_at, version)
            SELECT md5('colleague' || n)::uuid, 'colleague.' || n || '@bench.example', 'colleague.' || n || '@bench.example',
                   'Colleague ' || lpad(n::text, 6, '0') || %3$s, 'en', 'ACTIVE', false, now(), 1
              FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING""", """
            INSERT INTO assignment (firm_id, id, user_id, role, access_level, since, ended_at, version,
                                    user_name, user_email, user_language, user_status)
            SELECT '%2$s', md5('colleague' || n)::uuid, md5('colleague' || n)::uuid,
                   CASE WHEN n %% 1000 = 50 THEN 'ACCOUNTANT' ELSE 'STAFF' END, 'STANDARD', now(),
                   CASE WHEN n %% 1000 = 7 THEN now() END, 1,
                   'Colleague ' || lpad(n::text, 6, '0') || %3$s, 'colleague.' || n || '@bench.example', 'en', 'ACTIVE'
              FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING""", "VACUUM ANALYZE portal_user", "VACUUM ANALYZE assignment", "VACUUM ANALYZE assignment_word");

    private final Target target;

    Colleagues(Target target) {
        this.target = target;
    }

    void run(int rounds, PrintStream out) throws SQLException, IOException {
        fill(FEW);
        var before = measured(rounds, FEW);
        fill(MANY);
        var after = measured(rounds, MANY);
        before.forEach((page, times) -> {
            var comparison = new Comparison(page + " of a firm's people, p50 of " + SAMPLES, "ms");
            var later = after.getOrDefault(page, List.of());
            for (var round = 0; round < rounds; round++) {
                comparison.add("%,d people".formatted(FEW), times.get(round));
                comparison.add("%,d people".formatted(MANY), later.get(round));
            }
            comparison.print(out);
        });
    }

    private void fill(int people) throws SQLException {
        try (var connection = target.stack().connectAsSuperuser(App.FIRM);
                var statement = connection.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql.formatted(people, target.firm(), LAST_TENTH));
            }
        }
    }

    private Map<String, List<Double>> measured(int rounds, int people) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("first page", LIST);
        pages.put("page after half", LIST + "?cursor=" + middle(people));
        pages.put("accountants", LIST + "?role=ACCOUNTANT");
        pages.put("search for many", LIST + "?q=colleague");
        pages.put("search for one", LIST + "?q=colleague.77@");
        pages.put("search for the last tenth", LIST + "?q=zayed");
        pages.put("count", LIST + "?count=true");
        pages.put("count of a search for many", LIST + "?q=colleague&count=true");
        pages.put("ended assignments", ASSIGNMENTS + "?status=ENDED");
        pages.put("assignments in a search for the last tenth", ASSIGNMENTS + "?q=zayed");
        var measured = new LinkedHashMap<String, List<Double>>();
        pages.forEach((name, page) -> {
            var times = new ArrayList<Double>();
            for (var round = -1; round < rounds; round++) {
                var time = People.typical(target.throughGateway(page), target.accessToken());
                if (round >= 0) {
                    times.add(time);
                }
            }
            measured.put(name, times);
        });
        return measured;
    }

    /** Where the page ended that lies in the middle: all pages before it are turned. */
    private String middle(int people) {
        var next = "";
        for (var seen = 0; seen < people / 2; seen += 200) {
            var limit = people / 2 < 200 ? people / 2 : 200;
            var page = target.throughGateway(LIST + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            var body = JsonMapper.shared()
                    .readTree(Target.get(page, target.accessToken()).block());
            next = body.path("next").asString();
        }
        return next;
    }
}
