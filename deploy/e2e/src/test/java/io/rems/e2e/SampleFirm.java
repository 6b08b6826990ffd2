package io.rems.e2e;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A firm with one of everything.
 *
 * @param byCollection the identifier of what it has in each collection of the API: {@code properties}, {@code leases}
 */
record SampleFirm(UUID id, String name, Person administrator, Map<String, UUID> byCollection) {

    private static final Duration EVENTS_ARRIVE = Duration.ofSeconds(60);

    /** A firm with an administrator and nothing else. */
    static SampleFirm empty(Suite suite, String name) {
        var operator = suite.operator();
        var email = "admin-" + UUID.randomUUID() + "@e2e.example";
        var firm = operator.create("/api/v1/platform/firms", Map.of("name", name, "email", email));
        var user = operator.create(
                "/api/v1/platform/users", Map.of("email", email, "name", name + " admin", "password", Person.PASSWORD));
        var assignment = operator.create(
                "/api/v1/platform/firms/" + firm + "/assignments", Map.of("userId", user, "role", "ADMIN"));
        var administrator = Person.signIn(suite.gateway(), email).in(firm);
        var session = administrator
                .get("/api/v1/me/sessions")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        return new SampleFirm(
                firm,
                name,
                administrator,
                new HashMap<>(Map.of(
                        "firms",
                        firm,
                        "users",
                        user,
                        "assignments",
                        assignment,
                        "sessions",
                        UUID.fromString(session))));
    }

    static SampleFirm withOneOfEverything(Suite suite, String name) {
        var firm = empty(suite, name);
        firm.byCollection.put(
                "support-accesses",
                suite.operator()
                        .create(
                                "/api/v1/platform/firms/" + firm.id + "/support-accesses",
                                Map.of("reason", "A sample", "hours", 1)));
        firm.add("owners", "/api/v1/owners", Map.of("name", name + " owner", "type", "INDIVIDUAL"));
        firm.add(
                "properties",
                "/api/v1/properties",
                Map.of("code", "P1", "name", name + " house", "type", "RESIDENTIAL"));
        var property = "/api/v1/properties/" + firm.id("properties");
        firm.add("units", property + "/units", Map.of("number", "1", "type", "APARTMENT"));
        firm.add(
                "ownership-periods",
                property + "/ownership-periods",
                Map.of("ownerId", firm.id("owners"), "share", "1/3", "from", "2020-01-01"));
        firm.add("valuations", property + "/valuations", valuation());
        firm.add("transfers", "/api/v1/transfers", firm.transfer());
        firm.addInheritance(property);
        firm.add("tenants", "/api/v1/tenants", Map.of("name", name + " tenant", "type", "PERSON"));
        firm.add("vendors", "/api/v1/vendors", Map.of("name", name + " plumber"));
        firm.add("expense-categories", "/api/v1/expense-categories", Map.of("code", "OPEX", "name", "Operations"));
        firm.add(
                "expense-types",
                "/api/v1/expense-types",
                Map.of("categoryId", firm.id("expense-categories"), "code", "PIPE", "name", "Pipes"));
        firm.add("holidays", "/api/v1/holidays", Map.of("name", "National Day", "from", "2027-02-25"));
        firm.addOnceKnown("expenses", "/api/v1/expenses", firm.expense());
        firm.addAttachment();
        firm.addJob();
        firm.addOnceKnown("recurring-expenses", "/api/v1/recurring-expenses", firm.recurringExpense());
        firm.addDelegation(suite);
        firm.addOnceKnown("leases", "/api/v1/leases", firm.lease());
        return firm;
    }

    UUID id(String collection) {
        return Objects.requireNonNull(
                byCollection.get(collection), () -> "SampleFirm has none of " + collection + " yet; give it one");
    }

    private static Map<String, Object> valuation() {
        return Map.of(
                "amount",
                Map.of("amount", "90000.000", "currency", "KWD"),
                "method",
                "MARKET_COMPARISON",
                "valuedOn",
                "2026-01-01");
    }

    /** Half of what the owner has goes back to the firm. */
    private Map<String, Object> transfer() {
        return Map.of(
                "propertyId",
                id("properties"),
                "kind",
                "SALE",
                "on",
                "2026-01-01",
                "from",
                Map.of("type", "OWNER", "ownerId", id("owners")),
                "to",
                List.of(Map.of("type", "FIRM_DEFAULT", "share", "1/6")));
    }

    /** Of somebody else who has a share of the property, so that the owner's stays as it is. */
    private void addInheritance(String property) {
        var testator = administrator.create("/api/v1/owners", Map.of("name", name + " testator", "type", "INDIVIDUAL"));
        administrator.create(
                property + "/ownership-periods", Map.of("ownerId", testator, "share", "1/4", "from", "2020-01-01"));
        add(
                "inheritances",
                "/api/v1/owners/" + testator + "/inheritance",
                Map.of("on", "2026-01-01", "heirs", List.of(Map.of("ownerId", id("owners"), "fraction", "1/1"))));
    }

    private void addJob() {
        var job = administrator
                .post("/api/v1/ownership-snapshots", Map.of())
                .expect(202)
                .json()
                .path("id")
                .asString();
        byCollection.put("jobs", UUID.fromString(job.substring("ownership-".length())));
    }

    /** To an accountant, by what the owner said on paper. */
    private void addDelegation(Suite suite) {
        var accountant = suite.operator()
                .create(
                        "/api/v1/platform/users",
                        Map.of(
                                "email",
                                "delegate-" + UUID.randomUUID() + "@e2e.example",
                                "name",
                                name + " accountant",
                                "password",
                                Person.PASSWORD));
        suite.operator()
                .create(
                        "/api/v1/platform/firms/" + id + "/assignments",
                        Map.of("userId", accountant, "role", "ACCOUNTANT"));
        addOnceKnown(
                "delegations",
                "/api/v1/delegations",
                Map.of(
                        "ownerId",
                        id("owners"),
                        "delegateId",
                        accountant,
                        "from",
                        "2030-01-01",
                        "propertyIds",
                        List.of(id("properties")),
                        "reason",
                        "A letter of his"));
    }

    private void addAttachment() {
        var bill = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        add(
                "attachments",
                administrator
                        .call("POST", "/api/v1/expenses/" + id("expenses") + "/attachments?name=bill.pdf")
                        .with(bill));
    }

    private Map<String, Object> recurringExpense() {
        return Map.of(
                "propertyId", id("properties"),
                "categoryId", id("expense-categories"),
                "amount", Map.of("amount", "20.000", "currency", "KWD"),
                "description", "Cleaning",
                "schedule", Map.of("everyMonths", 1, "day", 1, "from", "2030-01-01"));
    }

    private Map<String, Object> expense() {
        return Map.of(
                "propertyId", id("properties"),
                "categoryId", id("expense-categories"),
                "typeId", id("expense-types"),
                "vendorId", id("vendors"),
                "amount", Map.of("amount", "450.000", "currency", "KWD"),
                "date", "2026-11-01",
                "description", "A pipe",
                "submit", true);
    }

    private Map<String, Object> lease() {
        return Map.of(
                "unitId",
                id("units"),
                "tenantId",
                id("tenants"),
                "number",
                "L1",
                "from",
                "2026-01-01",
                "to",
                "2026-12-31",
                "rent",
                Map.of("amount", "300.000", "currency", "KWD"));
    }

    private void add(String collection, String path, Map<String, ?> body) {
        byCollection.put(collection, administrator.create(path, body));
    }

    private void add(String collection, Call creation) {
        byCollection.put(collection, UUID.fromString(creation.send().expect(201).id()));
    }

    /** Where a service must first have heard from another of what the body names. */
    private void addOnceKnown(String collection, String path, Map<String, ?> body) {
        var answer = await().atMost(EVENTS_ARRIVE)
                .until(() -> administrator.post(path, body), found -> found.status() != 422);
        byCollection.put(collection, UUID.fromString(answer.expect(201).id()));
    }
}
