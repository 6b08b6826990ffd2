package io.rems.bench;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How PostgreSQL really answers the queries of an application: it writes each plan into its log while requests are
 * sent, so that nothing but the application's own statements, roles and policies is looked at.
 */
final class QueryPlans {
    /** The connections are broken off so that new ones tell their plans. */
    static final Retry UNTIL_RECONNECTED = Retry.fixedDelay(100, Duration.ofMillis(100));

    private static final String PLAN = " plan:";
    private static final List<String> ON = List.of(
            "ALTER SYSTEM SET session_preload_libraries = 'auto_explain'",
            "ALTER SYSTEM SET auto_explain.log_min_duration = 0",
            "ALTER SYSTEM SET auto_explain.log_format = 'json'");
    private static final List<String> OFF = List.of(
            "ALTER SYSTEM RESET session_preload_libraries",
            "ALTER SYSTEM RESET auto_explain.log_min_duration",
            "ALTER SYSTEM RESET auto_explain.log_format");
    private static final List<String> RECONNECT = List.of(
            "SELECT pg_reload_conf()",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private final LocalStack stack;
    private final App app;
    private final Set<String> used = new TreeSet<>();

    QueryPlans(LocalStack stack, App app) {
        this.stack = stack;
        this.app = app;
    }

    /** How the large tables were reached when it was last looked: the index of each step, a line a statement. */
    Set<String> used() {
        return new TreeSet<>(used);
    }

    /** The tables that are read from end to end while the requests are answered. */
    Set<String> scannedBy(Runnable requests) throws SQLException, IOException {
        settings(ON);
        try {
            var begin = size();
            requests.run();
            var plans = plansSince(begin);
            if (plans.isEmpty()) {
                throw new IllegalStateException("PostgreSQL has told no plan");
            }
            var scanned = new TreeSet<String>();
            plans.forEach(plan -> collect(plan.path("Plan"), scanned));
            used.clear();
            plans.forEach(plan -> used.add(String.join(", ", steps(plan.path("Plan")))));
            used.remove("");
            return scanned;
        } finally {
            settings(OFF);
        }
    }

    private void settings(List<String> statements) throws SQLException {
        try (var connection = stack.connectAsSuperuser(app);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
            for (var sql : RECONNECT) {
                statement.execute(sql);
            }
        }
    }

    private long size() throws IOException {
        try (var log = new RandomAccessFile(stack.databaseLog().toFile(), "r")) {
            return log.length();
        }
    }

    private List<JsonNode> plansSince(long begin) throws IOException {
        var plans = new ArrayList<JsonNode>();
        var plan = new StringBuilder();
        var reading = false;
        for (var line : linesSince(begin)) {
            if (reading && line.startsWith("\t")) {
                plan.append(line).append('\n');
                continue;
            }
            if (reading) {
                plans.add(JsonMapper.shared().readTree(plan.toString()));
                plan.setLength(0);
            }
            reading = line.endsWith(PLAN);
        }
        return plans;
    }

    private List<String> linesSince(long begin) throws IOException {
        try (var log = new RandomAccessFile(stack.databaseLog().toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(log.length() - begin)];
            log.seek(begin);
            log.readFully(bytes);
            var lines = new ArrayList<>(
                    new String(bytes, StandardCharsets.UTF_8).lines().toList());
            lines.add("");
            return lines;
        }
    }

    private static List<String> steps(JsonNode node) {
        var steps = new ArrayList<String>();
        if (node.has("Relation Name") || node.has("Index Name")) {
            var index = node.path("Index Name").asString("");
            steps.add("%s %s%s (%d rows)"
                    .formatted(
                            node.path("Node Type").asString(),
                            node.path("Relation Name").asString(""),
                            index.isEmpty() ? "" : " by " + index,
                            node.path("Plan Rows").asLong(0)));
        }
        node.path("Plans").forEach(child -> steps.addAll(steps(child)));
        return steps;
    }

    private static void collect(JsonNode node, Set<String> scanned) {
        if (node.path("Node Type").asString("").endsWith("Seq Scan")) {
            scanned.add(node.path("Relation Name").asString());
        }
        node.path("Plans").forEach(child -> collect(child, scanned));
    }
}
