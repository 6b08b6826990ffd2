package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who would approve an expense that is not there. */
@ApprovalServiceTest
class PreviewTest {

    private static final String PREVIEW = "/api/v1/approvals/preview";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    TestDatabase database;

    @Autowired
    OwnershipStandIn.Answers ownership;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "2/3"));
    }

    @Test
    void itSaysWhatSubmissionThenDoes() {
        var before = firm.submit(property, "600.000");
        firm.set("approval.rule", "UNANIMOUS");

        var foreseen = preview(firm.expense(property, "600.000"));

        var expense = firm.submit(property, "600.000");
        var routed = Answers.json(firm.accountant().get("/api/v1/expenses/{id}/routing", expense));
        assertThat(foreseen.at("/addedUp/items/0/id").asString()).isEqualTo(before.toString());
        assertThat(withoutTime(foreseen)).isEqualTo(withoutTime(routed));
    }

    @Test
    void whatIsSmallEnoughWouldBeApprovedByItself() {
        var foreseen = preview(firm.expense(property, "1000.000"));

        assertThat(foreseen.path("automatic").asBoolean()).isTrue();
        assertThat(foreseen.at("/decision/verdict").asString()).isEqualTo("APPROVED");
        assertThat(foreseen.path("deadline").isNull()).isTrue();
    }

    @Test
    void itLeavesNoTraceAndHoldsNothing() throws Exception {
        var rows = rows();
        var told = events.all().stream().map(ReceivedEvent::id).toList();

        try (var connection = database.asApp(firm.id())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO routing_turn (firm_id, property_id, taken_at) VALUES ('"
                        + firm.id() + "', '" + property + "', now())");
            }
            preview(firm.expense(property, "4500.000"));
            connection.rollback();
        }

        assertThat(rows()).isEqualTo(rows);
        assertThat(events.all().stream().map(ReceivedEvent::id).toList()).isEqualTo(told);
    }

    @Test
    void whatIsToBecomeAnotherExpenseDoesNotCountBesideItself() {
        var approved = firm.submit(property, "900.000");
        var changed = firm.expense(property, "950.000");

        assertThat(preview(changed).path("automatic").asBoolean()).isFalse();
        changed.put("id", approved);
        assertThat(preview(changed).path("automatic").asBoolean()).isTrue();
    }

    @Test
    void whatCouldNotBeSubmittedCannotBeForeseen() {
        var expense = firm.expense(property, "10.000");
        expense.put("vendorId", Identifiers.next());
        Answers.invalid(firm.accountant().post(PREVIEW, expense), "vendorId", "UNKNOWN");

        Answers.invalid(
                firm.accountant().post(PREVIEW, firm.expense(Identifiers.next(), "10.000")), "propertyId", "UNKNOWN");
        firm.owner(fatima)
                .post(PREVIEW, firm.expense(property, "10.000"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whereNobodyCanSayWhoHoldsThePropertyItSaysSo() {
        var unknown = firm.namedProperty();
        ownership.failsFor(unknown);

        firm.accountant()
                .post(PREVIEW, firm.expense(unknown, "10.000"))
                .expectStatus()
                .isEqualTo(503);

        ownership.ofTheFirm(firm.id(), unknown);
    }

    private JsonNode preview(Map<String, Object> expense) {
        return Answers.json(firm.accountant().post(PREVIEW, expense));
    }

    private static JsonNode withoutTime(JsonNode view) {
        var same = (ObjectNode) view.deepCopy();
        return same.without(List.of("expenseId", "requestedAt", "deadline"));
    }

    /** How many rows the firm has in each table. */
    private Map<String, Integer> rows() throws SQLException {
        var counts = new TreeMap<String, Integer>();
        try (var connection = database.asApp(firm.id());
                var statement = connection.createStatement();
                var tables = connection
                        .createStatement()
                        .executeQuery("SELECT table_name FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND column_name = 'firm_id'")) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    counts.put(table, count.getInt(1));
                }
            }
        }
        return counts;
    }
}
