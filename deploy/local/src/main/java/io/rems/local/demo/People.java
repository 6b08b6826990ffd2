package io.rems.local.demo;

import io.rems.local.api.ApiProblem;
import io.rems.local.api.Gateway;
import io.rems.local.api.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The people of one demo firm: makes their logins, gives them their roles, and lets them act. */
final class People {

    private static final Set<String> ASSIGNED_ALREADY = Set.of("DUPLICATE", "ALREADY_ASSIGNED");

    private final Gateway gateway;
    private final Session operator;
    private final DemoFirm firm;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    People(Gateway gateway, Session operator, DemoFirm firm) {
        this.gateway = gateway;
        this.operator = operator;
        this.firm = firm;
    }

    Session operator() {
        return operator;
    }

    /** Signed in, in this firm. */
    Session as(String email) {
        return sessions.computeIfAbsent(
                email, _ -> gateway.signIn(email, DemoLogins.PASSWORD).inFirm(firm.id()));
    }

    Session administrator() {
        return as(firm.administrator());
    }

    /** The operator makes the logins and the first administrator; the administrator gives everybody else a role. */
    void appoint() {
        for (var person : firm.section("people")) {
            register(person);
            var byOperator = person.path("email").asString().equals(firm.administrator());
            if (byOperator) {
                assign(operator, "/api/v1/platform/firms/" + firm.id() + "/assignments", person);
            } else {
                assign(administrator(), "/api/v1/assignments", person);
            }
        }
    }

    private void register(JsonNode person) {
        var email = person.path("email").asString();
        var id = DemoFirm.userId(email);
        operator.create(
                "/api/v1/platform/users",
                Map.of(
                        "id",
                        id,
                        "email",
                        email,
                        "name",
                        person.path("name").asString(),
                        "language",
                        person.path("language").asString("en"),
                        "password",
                        DemoLogins.PASSWORD),
                "/api/v1/platform/users/" + id);
    }

    private void assign(Session by, String collection, JsonNode person) {
        var email = person.path("email").asString();
        ObjectNode assignment = Resolved.of(firm, person).body();
        assignment.remove(List.of("email", "name", "language"));
        assignment.put("id", firm.assignmentId(email).toString());
        assignment.put("userId", DemoFirm.userId(email).toString());
        try {
            by.post(collection, assignment);
        } catch (ApiProblem problem) {
            if (!ASSIGNED_ALREADY.contains(problem.code())) {
                throw problem;
            }
        }
    }
}
