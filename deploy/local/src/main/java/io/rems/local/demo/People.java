package io.rems.local.demo;

import io.rems.local.api.ApiProblem;
import io.rems.local.api.Gateway;
import io.rems.local.api.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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

    /** Those who work for the firm: they bring everything else in. */
    void appointStaff() {
        appoint(person -> !isLinked(person));
    }

    /** Owners and tenants, who must be known before a login can be linked to them. */
    void appointOwnersAndTenants() {
        appoint(People::isLinked);
    }

    /** The operator does it: an administrator could only invite people, and they would have to answer their mail. */
    private void appoint(Predicate<JsonNode> wanted) {
        firm.section("people").stream().filter(wanted).forEach(person -> {
            register(person);
            assign(person);
        });
    }

    private static boolean isLinked(JsonNode person) {
        return person.has("ownerId") || person.has("tenantId");
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

    private void assign(JsonNode person) {
        var email = person.path("email").asString();
        ObjectNode assignment = Resolved.of(firm, person).body();
        assignment.remove(List.of("email", "name", "language"));
        assignment.put("id", firm.assignmentId(email).toString());
        assignment.put("userId", DemoFirm.userId(email).toString());
        try {
            operator.post("/api/v1/platform/firms/" + firm.id() + "/assignments", assignment);
        } catch (ApiProblem problem) {
            if (!ASSIGNED_ALREADY.contains(problem.code())) {
                throw problem;
            }
        }
    }
}
