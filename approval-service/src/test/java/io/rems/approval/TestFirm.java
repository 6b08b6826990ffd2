package io.rems.approval;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm with an accountant, a vendor and a category; what other services tell of it is told here. */
final class TestFirm {

    static final String DAY = "2026-11-23";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RemsHttp http;
    private final TestEvents events;
    private final TestDatabase database;
    private final OwnershipStandIn.Answers ownership;
    private final FirmId id = TestCallers.newFirm();
    private final RemsHttp.AsCaller accountant;
    private final UUID vendor;
    private final UUID category;
    private long version = 1;

    /** An owner's part of a property. */
    record Part(UUID owner, String share, boolean primaryContact) {}

    TestFirm(RemsHttp http, TestEvents events, TestDatabase database, OwnershipStandIn.Answers ownership) {
        this.http = http;
        this.events = events;
        this.database = database;
        this.ownership = ownership;
        this.accountant = http.as(TestCallers.accountant(id));
        this.vendor = add("/api/v1/vendors", Map.of("name", "ProPlumb Kuwait"));
        this.category = add("/api/v1/expense-categories", Map.of("code", "MAINT", "name", "Maintenance"));
    }

    FirmId id() {
        return id;
    }

    UUID vendor() {
        return vendor;
    }

    UUID category() {
        return category;
    }

    RemsHttp.AsCaller accountant() {
        return accountant;
    }

    RemsHttp.AsCaller admin() {
        return http.as(TestCallers.admin(id));
    }

    RemsHttp.AsCaller owner(UUID owner) {
        return http.as(TestCallers.owner(id, owner));
    }

    RemsHttp.AsCaller as(Caller caller) {
        return http.as(caller);
    }

    /** A login that the firm is known to have. */
    Caller login(Role role, @Nullable UUID owner) {
        var caller = TestCallers.user(id, role, AccessLevel.STANDARD, owner, null);
        tellAssignment("AssignmentGranted", UUID.randomUUID(), caller, "ACTIVE", 1);
        return caller;
    }

    /** Of an assignment; waits until it is known. */
    void tellAssignment(String event, UUID assignment, Caller caller, String status, long assignmentVersion) {
        events.publish(
                "firm",
                "rems.firm." + event + ".v1",
                id,
                assignment,
                assignmentVersion,
                assignment(assignment, caller, status));
        awaitRow("SELECT 1 FROM portal_user WHERE version >= " + assignmentVersion + " AND assignment_id = '"
                + assignment + "'");
    }

    /** Of a user, in no firm; waits until it is known. */
    void tellUser(String event, Caller caller, long userVersion, Map<String, ?> more) {
        var data = new LinkedHashMap<String, @Nullable Object>(more);
        data.put("userId", caller.userId());
        var user = requireNonNull(caller.userId());
        events.publish("firm", "rems.firm." + event + ".v1", FirmId.PLATFORM, user, userVersion, data);
        awaitRow("SELECT 1 FROM known_user WHERE greatest(named_at, disabled_at) >= " + userVersion + " AND user_id = '"
                + user + "'");
    }

    private static Map<String, @Nullable Object> assignment(UUID assignment, Caller caller, String status) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("assignmentId", assignment);
        data.put("userId", caller.userId());
        data.put("userName", "Sara Al-Mutairi");
        data.put("email", "sara@example.com");
        data.put("role", String.valueOf(caller.role()));
        data.put("accessLevel", caller.level().name());
        data.put("ownerId", caller.ownerId());
        data.put("status", status);
        return data;
    }

    /** Tells of an owner and waits until he is known. */
    void tellOwner(String event, UUID owner, long ownerVersion, String name, String status) {
        tell(event, owner, ownerVersion, Map.of("ownerId", owner, "name", name, "type", "PERSON", "status", status));
        awaitRow("SELECT 1 FROM owner WHERE version >= " + ownerVersion + " AND id = '" + owner + "'");
    }

    void livesIn(String zone) {
        version++;
        var data = Map.of("firmId", id.value(), "name", "A firm", "timeZone", zone);
        events.publish("firm", "rems.firm.FirmChanged.v1", id, id.value(), version, data);
        awaitRow("SELECT 1 FROM firm_zone WHERE version = " + version);
    }

    static Part part(UUID owner, String share) {
        return new Part(owner, share, false);
    }

    static UUID newOwner() {
        return Identifiers.next();
    }

    /** A property that is known here; what is not given to owners is the firm's. */
    UUID property(Part... parts) {
        var property = namedProperty();
        if (parts.length > 0) {
            ownership(property, 1, parts);
        } else {
            ownership.ofTheFirm(id, property);
        }
        return property;
    }

    /** A property that is known here by its name only. */
    UUID namedProperty() {
        var property = Identifiers.next();
        describe("PropertyRegistered", property, 1, "Tower");
        return property;
    }

    UUID unit(UUID property) {
        var unit = Identifiers.next();
        tell("UnitRegistered", unit, 1, Map.of("unitId", unit, "propertyId", property, "number", "12", "type", "SHOP"));
        awaitRow("SELECT 1 FROM unit WHERE id = '" + unit + "'");
        return unit;
    }

    /** Waits, too, until all that was told of the property before is known. */
    void rename(UUID property, long propertyVersion) {
        describe("PropertyChanged", property, propertyVersion, "Tower " + propertyVersion);
    }

    /** Tells the whole table of a property and waits until it is known. */
    void ownership(UUID property, long ownershipVersion, Part... parts) {
        tellOwnership(property, ownershipVersion, parts);
        awaitRow("SELECT 1 FROM property WHERE ownership_told AND ownership_version >= " + ownershipVersion
                + " AND id = '" + property + "'");
    }

    void tellOwnership(UUID property, long ownershipVersion, Part... parts) {
        tellOwnership("PERIOD_ADDED", property, ownershipVersion, parts);
    }

    /** What a snapshot tells of a property, with the versions that it has. */
    void tellSnapshot(UUID property, long propertyVersion, long ownershipVersion, Part... parts) {
        var data = Map.of("propertyId", property, "code", "S-1", "name", "As in the snapshot", "snapshot", true);
        tell("PropertyRegistered", property, propertyVersion, data);
        tellOwnership("SNAPSHOT", property, ownershipVersion, parts);
    }

    private void tellOwnership(String reason, UUID property, long ownershipVersion, Part... parts) {
        var periods = Arrays.stream(parts)
                .map(part -> Map.of(
                        "periodId", Identifiers.next(),
                        "ownerId", part.owner(),
                        "share", part.share(),
                        "from", "2020-01-01",
                        "primaryContact", part.primaryContact()))
                .toList();
        tell(
                "OwnershipChanged",
                property,
                ownershipVersion,
                Map.of("propertyId", property, "reason", reason, "periods", periods));
    }

    void set(String key, @Nullable String value) {
        tellSetting(key, value);
        awaitRow("SELECT 1 FROM policy_value WHERE version = " + version);
    }

    void hasCurrency(String currency) {
        var data = Map.of("firmId", id.value(), "name", "A firm", "currency", currency, "timeZone", "Asia/Riyadh");
        events.publish("firm", "rems.firm.FirmCreated.v1", id, id.value(), 1, data);
        awaitRow("SELECT 1 FROM policy_value WHERE key = 'firm.currency'");
    }

    void suspend() {
        tellStatus("FirmSuspended", "SUSPENDED");
    }

    void reactivate() {
        tellStatus("FirmReactivated", "ACTIVE");
    }

    private void tellStatus(String event, String status) {
        version++;
        var data = Map.of("firmId", id.value(), "name", "A firm", "status", status, "reason", "Unpaid");
        events.publish("firm", "rems.firm." + event + ".v1", id, id.value(), version, data);
        awaitRow("SELECT 1 FROM firm_pause WHERE version = " + version);
    }

    /** As if a recurring expense, not due yet, had begun on this day. */
    void fallsOn(UUID recurring, LocalDate day) {
        try (var connection = database.asApp(id);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE recurring_expense SET first_day = '" + day + "', next_on = '" + day
                    + "', due_at = now() WHERE id = '" + recurring + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the request had been made so much earlier, and been paused so much earlier. */
    void letPass(UUID expense, Duration time) {
        var seconds = "interval '" + time.toSeconds() + " seconds'";
        try (var connection = database.asApp(id);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE approval_deadline SET due_at = due_at - " + seconds
                    + ", paused_at = paused_at - " + seconds
                    + ", times = (SELECT array_agg(at - " + seconds + " ORDER BY place) FROM unnest(times)"
                    + " WITH ORDINALITY AS planned (at, place)) WHERE expense_id = '" + expense + "'");
            statement.executeUpdate("UPDATE approval_request SET deadline = deadline - " + seconds
                    + " WHERE escalated_at IS NULL AND expense_id = '" + expense + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As when the database restarts: whatever was under way is rolled back. */
    void breakConnections() {
        try (var connection = database.asApp(id);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void rests(String zone, String... weekend) {
        version++;
        var data = Map.of("firmId", id.value(), "timeZone", zone, "weekendDays", List.of(weekend));
        events.publish("firm", "rems.firm.FirmChanged.v1", id, id.value(), version, data);
        awaitRow("SELECT 1 FROM firm_zone WHERE version = " + version);
    }

    void tellSetting(String key, @Nullable String value) {
        version++;
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("key", key);
        data.put("value", value);
        events.publish("firm", "rems.firm.SettingChanged.v1", id, id.value(), version, data);
    }

    /** Records and submits an expense of this amount, today. */
    UUID submit(UUID property, String amount) {
        return submit(property, amount, Map.of());
    }

    UUID submit(UUID property, String amount, Map<String, ?> more) {
        var body = expense(property, amount);
        body.put("submit", true);
        body.putAll(more);
        return add("/api/v1/expenses", body);
    }

    Map<String, Object> expense(UUID property, String amount) {
        return new LinkedHashMap<>(Map.of(
                "propertyId", property,
                "categoryId", category,
                "vendorId", vendor,
                "amount", Map.of("amount", amount, "currency", "KWD"),
                "date", DAY,
                "description", "Lift repair"));
    }

    ResponseSpec approve(RemsHttp.AsCaller by, UUID expense) {
        return by.post("/api/v1/expenses/{id}/approval", Map.of("comment", "As agreed"), expense);
    }

    ResponseSpec reject(RemsHttp.AsCaller by, UUID expense) {
        return by.post("/api/v1/expenses/{id}/rejection", Map.of("reason", "Too dear"), expense);
    }

    ResponseSpec pay(UUID expense, String amount, String key) {
        return accountant.send(
                HttpMethod.POST,
                "/api/v1/expenses/{id}/payment",
                payment(amount),
                Map.of("Idempotency-Key", key),
                expense);
    }

    static Map<String, Object> payment(String amount) {
        return Map.of(
                "paidOn",
                DAY,
                "method",
                "TRANSFER",
                "reference",
                "TRX-1",
                "amount",
                Map.of("amount", amount, "currency", "KWD"));
    }

    void hasState(UUID expense, String state) {
        accountant
                .get("/api/v1/expenses/{id}", expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo(state);
    }

    UUID add(String path, Map<String, ?> body) {
        var identified = new LinkedHashMap<String, Object>(body);
        var added = Identifiers.next();
        identified.put("id", added);
        accountant
                .post(path, identified)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult();
        return added;
    }

    private void describe(String event, UUID property, long propertyVersion, String name) {
        tell(
                event,
                property,
                propertyVersion,
                Map.of("propertyId", property, "code", "T1", "name", name, "type", "LAND"));
        awaitRow("SELECT 1 FROM property WHERE described_at = " + propertyVersion + " AND id = '" + property + "'");
    }

    /** Tells of a merger twice, and waits until it is known. */
    void merged(UUID owner, UUID into, long aggregateVersion) {
        var data = Map.of("ownerId", owner, "intoOwnerId", into);
        var type = "rems.ownership.OwnerMerged.v1";
        var event = events.publish("ownership", type, id, owner, aggregateVersion, data);
        events.publishAgain(event, "ownership", type, id, owner, aggregateVersion, data);
        awaitRow("SELECT 1 FROM merged_owner WHERE owner_id = '" + owner + "' AND version >= " + aggregateVersion);
    }

    /** {@code PropertyArchived} or {@code PropertyRestored}, {@code UnitArchived} or {@code UnitRestored}. */
    void tellArchival(String event, UUID property, @Nullable UUID unit, long aggregateVersion) {
        var data = new LinkedHashMap<String, Object>(Map.of("propertyId", property, "reason", "sold"));
        if (unit != null) {
            data.put("unitId", unit);
        }
        tell(event, unit == null ? property : unit, aggregateVersion, data);
    }

    private void tell(String event, UUID subject, long aggregateVersion, Map<String, ?> data) {
        events.publish("ownership", "rems.ownership." + event + ".v1", id, subject, aggregateVersion, data);
    }

    private void awaitRow(String query) {
        await().atMost(PATIENCE).until(() -> {
            try (var connection = database.asApp(id);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                return rows.next();
            }
        });
    }
}
