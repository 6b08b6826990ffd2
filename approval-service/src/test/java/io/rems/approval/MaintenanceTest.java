package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.events.ReceivedEvent;
import io.rems.platform.test.TestEvents;
import io.rems.platform.work.DueWork;
import io.rems.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Maintenance orders ask by events for the approval of what they cost, and are answered so. */
@ApprovalServiceTest
class MaintenanceTest {

    private static final String ASKED = "rems.tenant.ExpenseApprovalAsked.v1";
    private static final String ANSWERED = "rems.approval.ExpenseApprovalAnswered.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    @Autowired
    OwnershipStandIn.Answers ownership;

    @Autowired
    DueWorkRunner runner;

    @Autowired
    @Qualifier("maintenance")
    DueWork maintenance;

    @Autowired
    @Qualifier("routing")
    DueWork routing;

    TestFirm firm;
    UUID fatima = newOwner();
    UUID property;
    UUID order = Identifiers.next();

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property(part(fatima, "1/1"));
    }

    @Test
    void whatIsAskedIsRecordedAndTheVerdictIsTold() {
        ask(1, asked(1, "4500.000"));
        var recorded = answer(1);
        var expense = UUID.fromString(recorded.path("expenseId").asString());
        assertThat(recorded.path("outcome").asString()).isEqualTo("RECORDED");
        firm.accountant().get("/api/v1/expenses/{id}", expense).expectBody().json("""
                {"state": "PENDING", "recordedBy": "service:approval", "submitter": null, "priority": "NORMAL",
                 "description": "Lift is stuck", "date": "2026-11-23"}""");

        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        var approved = answer(2);
        assertThat(approved.path("outcome").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("ask").asInt()).isEqualTo(1);
        assertThat(approved.path("comment").asString()).isEqualTo("As agreed");
    }

    @Test
    void deliveredTwiceAndTriedByManyItIsThereOnce() {
        var body = asked(1, "700.000");
        var event = ask(1, body);
        events.publishAgain(event, "tenant", ASKED, firm.id(), order, 1, body);
        ask(2, body);

        Flux.range(0, 6).flatMap(_ -> runner.runOnce(maintenance), 6).blockLast(PATIENCE);
        answer(2);
        runner.runOnce(maintenance).block(PATIENCE);

        assertThat(answers()).extracting(this::outcome).containsExactly("RECORDED", "APPROVED");
        assertThat(Answers.ids(firm.accountant().get("/api/v1/expenses"), "id")).hasSize(1);
    }

    @Test
    void anEmergencyIsUrgentAndWhoAskedDoesNotDecide() {
        var admin = Identifiers.next();
        var body = asked(1, "4500.000");
        body.put("propertyId", firm.property());
        body.put("emergency", true);
        body.put("askedBy", admin);

        ask(1, body);

        var expense = answer(1).path("expenseId").asString();
        firm.accountant().get("/api/v1/expenses/{id}", expense).expectBody().json("""
                {"priority": "URGENT", "submitter": "%s"}""".formatted(admin));
    }

    @Test
    void whatCannotBeRecordedIsRefusedWithTheFields() {
        var unknown = asked(1, "700.000");
        unknown.put("propertyId", Identifiers.next());
        ask(1, unknown);
        assertThat(reasons(answer(1))).containsExactly("propertyId UNKNOWN");

        firm.accountant()
                .post("/api/v1/vendors/{id}/blocking", Map.of("reason", "Works badly"), firm.vendor())
                .expectStatus()
                .isOk();
        ask(2, asked(2, "700.000"));
        assertThat(reasons(answer(2))).containsExactly("vendorId BLOCKED");

        var nothing = asked(3, "0.000");
        nothing.remove("vendorId");
        ask(3, nothing);
        assertThat(reasons(answer(3))).containsExactly("amount NOT_POSITIVE");

        nothing = asked(4, "1.000");
        nothing.remove("categoryId");
        ask(4, nothing);
        assertThat(reasons(answer(4))).containsExactly("categoryId REQUIRED");
        assertThat(Answers.ids(firm.accountant().get("/api/v1/expenses"), "id")).isEmpty();
    }

    /** Neither the property nor its holders have been told of, and ownership-service is down. */
    @Test
    void whatIsAskedBeforeThePropertyIsKnownIsRecordedAndWaits() {
        property = Identifiers.next();
        ownership.failsFor(property);
        ask(1, asked(1, "4500.000"));
        var expense = UUID.fromString(answer(1).path("expenseId").asString());
        firm.hasState(expense, "ROUTING");

        firm.ownership(property, 1, part(fatima, "1/1"));
        runner.runOnce(routing).block(PATIENCE);

        firm.hasState(expense, "PENDING");
    }

    @Test
    void askedAnewWhatWasApprovedBeforeIsVoidAndDoesNotAddUp() {
        ask(1, asked(1, "700.000"));
        var first = UUID.fromString(answer(2).path("expenseId").asString());

        ask(2, asked(2, "900.000"));

        answer(5);
        assertThat(answers())
                .extracting(this::outcome)
                .containsExactlyInAnyOrder("RECORDED", "APPROVED", "VOIDED", "RECORDED", "APPROVED");
        firm.hasState(first, "VOID");
        assertThat(Answers.ids(firm.accountant().get("/api/v1/expenses?state=APPROVED"), "id"))
                .hasSize(1);
    }

    @Test
    void whatIsBeforeThoseWhoDecideIsTheirsFirst() {
        ask(1, asked(1, "4500.000"));
        var first = UUID.fromString(answer(1).path("expenseId").asString());

        ask(2, asked(2, "4600.000"));
        assertThat(reasons(answer(2))).containsExactly("ask UNDER_DECISION");

        firm.reject(firm.owner(fatima), first).expectStatus().isOk();
        assertThat(answer(3).path("outcome").asString()).isEqualTo("REJECTED");
        ask(3, asked(3, "4600.000"));
        assertThat(answer(4).path("outcome").asString()).isEqualTo("RECORDED");
    }

    @Test
    void whatIsGivenBackAndWithdrawnIsToldAndMayBeAskedAnew() {
        ask(1, asked(1, "4500.000"));
        var first = UUID.fromString(answer(1).path("expenseId").asString());

        firm.owner(fatima)
                .post("/api/v1/expenses/{id}/return", Map.of("reason", "Where is the quote?"), first)
                .expectStatus()
                .isOk();
        var returned = answer(2);
        firm.admin()
                .post("/api/v1/expenses/{id}/withdrawal", Map.of("reason", "Another is coming"), first)
                .expectStatus()
                .isOk();
        var withdrawn = answer(3);

        assertThat(returned.path("outcome").asString()).isEqualTo("RETURNED");
        assertThat(returned.path("comment").asString()).isEqualTo("Where is the quote?");
        assertThat(withdrawn.path("outcome").asString()).isEqualTo("WITHDRAWN");
        ask(2, asked(2, "4400.000"));
        answer(5);
        assertThat(answers()).extracting(this::outcome).contains("RECORDED", "VOIDED");
        firm.hasState(first, "VOID");
    }

    @Test
    void nothingIsRecordedInTheNameOfASuspendedFirm() {
        firm.suspend();
        ask(1, asked(1, "700.000"));
        firm.rename(property, 2);
        runner.runOnce(maintenance).block(PATIENCE);
        assertThat(answers()).isEmpty();

        firm.reactivate();

        answer(1);
    }

    private Map<String, Object> asked(int number, String amount) {
        return new LinkedHashMap<>(Map.of(
                "orderId",
                order,
                "ask",
                number,
                "propertyId",
                property,
                "vendorId",
                firm.vendor(),
                "categoryId",
                firm.category(),
                "amount",
                Map.of("amount", amount, "currency", "KWD"),
                "date",
                TestFirm.DAY,
                "description",
                "Lift is stuck",
                "emergency",
                false));
    }

    private UUID ask(long version, Map<String, Object> asked) {
        return events.publish("tenant", ASKED, firm.id(), order, version, asked);
    }

    /** Works until the order is answered so many times. */
    private JsonNode answer(int count) {
        await().atMost(PATIENCE).until(() -> {
            runner.runOnce(maintenance).block(PATIENCE);
            return answers().size() >= count;
        });
        return answers().get(count - 1).data();
    }

    private List<ReceivedEvent> answers() {
        return events.all().stream()
                .filter(event ->
                        event.type().equals(ANSWERED) && event.subject().equals(order))
                .toList();
    }

    private String outcome(ReceivedEvent answer) {
        return answer.data().path("outcome").asString();
    }

    private static List<String> reasons(JsonNode answer) {
        assertThat(answer.path("outcome").asString()).isEqualTo("REFUSED");
        return answer.path("reasons")
                .valueStream()
                .map(reason -> reason.path("field").asString() + " "
                        + reason.path("code").asString())
                .toList();
    }
}
