package io.rems.tenant;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A new firm, and what tests say to the service in its name. */
public final class TestFirm {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final FirmId id = TestCallers.newFirm();
    private final RemsHttp http;
    private final TestEvents events;
    private final TestDatabase database;

    public TestFirm(RemsHttp http, TestEvents events, TestDatabase database) {
        this.http = http;
        this.events = events;
        this.database = database;
    }

    public FirmId id() {
        return id;
    }

    public TestEvents events() {
        return events;
    }

    public TestFirm another() {
        return new TestFirm(http, events, database);
    }

    public RemsHttp.AsCaller accountant() {
        return as(TestCallers.accountant(id));
    }

    public RemsHttp.AsCaller tenantUser(UUID tenant) {
        return as(TestCallers.tenant(id, tenant));
    }

    public RemsHttp.AsCaller as(Caller caller) {
        return http.as(caller);
    }

    /** A unit that the service has heard of. */
    public UUID unit() {
        var unit = UUID.randomUUID();
        var property = UUID.randomUUID();
        announce("PropertyRegistered", property, Map.of("propertyId", property, "code", "A", "name", "Salmiya Tower"));
        announceUnit(unit, property);
        return unit;
    }

    public void announceUnit(UUID unit, UUID property) {
        announce(
                "UnitRegistered",
                unit,
                Map.of("unitId", unit, "propertyId", property, "number", "101", "type", "APARTMENT"));
        await().until(() -> knows("unit", "id", unit));
    }

    /** {@code UnitArchived} or {@code UnitRestored}. */
    public void tellOfUnit(String event, UUID unit, UUID property, long version) {
        events.publish(
                "ownership",
                "rems.ownership." + event + ".v1",
                id,
                unit,
                version,
                Map.of("unitId", unit, "propertyId", property, "number", "101", "reason", "sold"));
    }

    /** {@code PropertyArchived} or {@code PropertyRestored}. */
    public void tellOfProperty(String event, UUID property, long version) {
        events.publish(
                "ownership",
                "rems.ownership." + event + ".v1",
                id,
                property,
                version,
                Map.of("propertyId", property, "code", "A", "reason", "sold"));
    }

    /** One of the things that a snapshot of the firm tells, or any other news of ownership-service. */
    public void tellOf(String event, UUID subject, long version, Map<String, Object> data) {
        events.publish("ownership", "rems.ownership." + event + ".v1", id, subject, version, data);
    }

    public void livesIn(String timeZone) {
        events.publish("firm", "rems.firm.FirmCreated.v1", id, id.value(), 1, Map.of("timeZone", timeZone));
        await().until(() -> knows("firm_time_zone", "firm_id", id.value()));
    }

    /** After it has lived elsewhere. */
    public void movesTo(String timeZone) {
        events.publish("firm", "rems.firm.FirmChanged.v1", id, id.value(), 2, Map.of("timeZone", timeZone));
        await().until(() -> knows("firm_time_zone", "time_zone", timeZone));
    }

    public UUID tenant(String name) {
        return created(accountant().post("/api/v1/tenants", Map.of("name", name, "type", "PERSON")));
    }

    public UUID draft(UUID unit, UUID tenant, String from, String to) {
        return created(accountant().post("/api/v1/leases", lease(unit, tenant, from, to)));
    }

    public UUID active(UUID unit, UUID tenant, String from, String to) {
        var lease = draft(unit, tenant, from, to);
        activate(lease).expectStatus().isOk();
        return lease;
    }

    public ResponseSpec activate(UUID lease) {
        return accountant().command("/api/v1/leases/{id}/activation", lease);
    }

    public ResponseSpec terminate(UUID lease, String on) {
        return accountant()
                .post("/api/v1/leases/{id}/termination", Map.of("on", on, "reason", "Moved to Dubai"), lease);
    }

    /** A lease as a client writes it; tests add and change fields. */
    public Map<String, Object> lease(UUID unit, UUID tenant, String from, String to) {
        var lease = new HashMap<String, Object>();
        lease.put("unitId", unit);
        lease.put("tenantId", tenant);
        lease.put("number", "L-" + NUMBERS.incrementAndGet());
        lease.put("from", LocalDate.parse(from));
        lease.put("to", LocalDate.parse(to));
        lease.put("rent", Map.of("amount", "450.000", "currency", "KWD"));
        return lease;
    }

    public static UUID created(ResponseSpec answer) {
        var body = answer.expectStatus().isCreated().expectBody(JsonNode.class).returnResult();
        return UUID.fromString(requireNonNull(body.getResponseBody()).get("id").asString());
    }

    public static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private void announce(String type, UUID subject, Map<String, Object> data) {
        events.publish("ownership", "rems.ownership." + type + ".v1", id, subject, 1, data);
    }

    private boolean knows(String table, String column, Object value) throws SQLException {
        try (var connection = database.asApp(id);
                var statement = connection.prepareStatement("SELECT FROM " + table + " WHERE " + column + " = ?")) {
            statement.setObject(1, value);
            return statement.executeQuery().next();
        }
    }
}
