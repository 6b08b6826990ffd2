package io.rems.local.demo;

import io.rems.local.StackFailure;
import io.rems.local.api.ApiProblem;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Takes demo expenses to the state that the file names, by the decisions of those who may take them. */
final class DemoExpenses {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DRAFT = "DRAFT";
    private static final Set<String> NOT_ROUTED = Set.of("SUBMITTED", "ROUTING");
    /** From an earlier load that did not come to its end. */
    private static final Set<String> DONE_ALREADY = Set.of("ALREADY_SUBMITTED", "ALREADY_VOTED", "ALREADY_DECIDED");

    private final DemoFirm firm;
    private final People people;

    DemoExpenses(DemoFirm firm, People people) {
        this.firm = firm;
        this.people = people;
    }

    void load(JsonNode entry) {
        var resolved = Resolved.of(firm, entry);
        var key = resolved.take("key");
        var wanted = resolved.take("state");
        var by = resolved.body().has("by") ? resolved.take("by") : firm.accountant();
        resolved.body().remove("votes");
        var path = "/api/v1/expenses/" + firm.idOf("expenses/" + key);
        resolved.body().put("id", firm.idOf("expenses/" + key).toString());
        var created = people.as(by).create("/api/v1/expenses", resolved.body(), path);
        if (wanted.equals(DRAFT)) {
            return;
        }
        attempt(by, path + "/submission", Map.of());
        awaitRouted(path, key);
        entry.path("votes").forEach(vote -> vote(vote, path));
        var state = stateOf(path);
        if (created && !state.equals(wanted)) {
            throw new StackFailure(
                    "The demo expense %s of %s is %s instead of %s".formatted(key, firm.name(), state, wanted));
        }
    }

    private void vote(JsonNode vote, String path) {
        var by = vote.path("by").asString();
        if (vote.has("rejection")) {
            attempt(
                    by,
                    path + "/rejection",
                    Map.of("reason", vote.path("rejection").asString()));
        } else {
            attempt(
                    by,
                    path + "/approval",
                    Map.of("comment", vote.path("approval").asString()));
        }
    }

    private void awaitRouted(String path, String key) {
        if (!Waiting.until(PATIENCE, () -> !NOT_ROUTED.contains(stateOf(path)))) {
            throw new StackFailure("The demo expense %s of %s is not put before anyone".formatted(key, firm.name()));
        }
    }

    private String stateOf(String path) {
        return people.administrator().get(path).text("state");
    }

    private void attempt(String by, String path, Map<String, String> body) {
        try {
            people.as(by).post(path, body);
        } catch (ApiProblem problem) {
            if (!DONE_ALREADY.contains(problem.code())) {
                throw problem;
            }
        }
    }
}
