package io.rems.firm.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class SupportAccessTest {
    private static final String OF_FIRM = "/api/v1/support-accesses";
    private static final String END = OF_FIRM + "/{id}/end";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private FirmId firm;
    private UUID operator;

    @BeforeEach
    void firmAndOperator() {
        api = new FirmApi(http);
        firm = api.newFirm();
        operator = api.newOperator();
    }

    @Test
    void platformAdministratorHasNoFirmsDataUntilHeAsksForIt() {
        api.access(operator, firm).expectStatus().isNotFound();

        ask(Map.of("reason", "Import went wrong", "hours", 2)).expectStatus().isCreated();

        api.access(operator, firm)
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("ADMIN")
                .jsonPath("$.accessLevel")
                .isEqualTo("RESTRICTED")
                .jsonPath("$.until")
                .isNotEmpty()
                .jsonPath("$.supportAccessId")
                .isNotEmpty()
                .jsonPath("$.platformAdministrator")
                .isEqualTo(true);
        api.access(operator, api.newFirm()).expectStatus().isNotFound();
        api.access(operator).expectBody().jsonPath("$.firmId").isEmpty();
    }

    @Test
    void firmSeesWhoWasLetInAndWhy() {
        var id = granted(Map.of("reason", "Import went wrong", "hours", 2));

        http.as(TestCallers.as(firm, Role.ADMIN, AccessLevel.RESTRICTED))
                .get(OF_FIRM)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id.toString())
                .jsonPath("$.items[0].userName")
                .isEqualTo("Operator " + operator)
                .jsonPath("$.items[0].reason")
                .isEqualTo("Import went wrong")
                .jsonPath("$.items[0].readOnly")
                .isEqualTo(true);
        var told = events.await("rems.firm.SupportAccessGranted.v1", id);
        assertThat(told.firm()).isEqualTo(firm);
        assertThat(told.actor().id()).isEqualTo(operator.toString());
        assertThat(told.data().path("userId").stringValue()).isEqualTo(operator.toString());
        api.adminOf(api.newFirm()).get(OF_FIRM).expectBody().jsonPath("$.items").isEmpty();
        http.as(TestCallers.accountant(firm)).get(OF_FIRM).expectStatus().isForbidden();
    }

    @Test
    void operatorSeesTheFirmAmongHisOwnWithItsEnd() {
        granted(Map.of("reason", "Import went wrong", "hours", 2, "readOnly", false));

        api.access(operator, firm).expectBody().jsonPath("$.accessLevel").isEqualTo("FULL");
        asOperator()
                .get("/api/v1/me")
                .expectBody()
                .jsonPath("$.firms[0].id")
                .isEqualTo(firm.toString())
                .jsonPath("$.firms[0].accessLevel")
                .isEqualTo("FULL")
                .jsonPath("$.firms[0].primary")
                .isEqualTo(false)
                .jsonPath("$.firms[0].supportUntil")
                .isNotEmpty();
    }

    @Test
    void firmsAdministratorShowsTheOperatorOut() {
        var id = granted(Map.of("reason", "Curious", "hours", 72));

        api.adminOf(api.newFirm()).command(END, id).expectStatus().isNotFound();
        api.adminOf(firm).command(END, id).expectStatus().isOk();

        api.access(operator, firm).expectStatus().isNotFound();
        var told = events.await("rems.firm.SupportAccessEnded.v1", id);
        assertThat(told.data().path("endedBy").stringValue()).isEqualTo("FIRM");
        assertThat(told.data().path("userId").stringValue()).isEqualTo(operator.toString());
        refused(api.adminOf(firm).command(END, id), "SUPPORT_ACCESS_ENDED");
    }

    @Test
    void operatorEndsItHimselfAndMayAskAgain() {
        var id = granted(Map.of("reason", "First look", "hours", 1));
        refused(ask(Map.of("reason", "Second look", "hours", 1)), "SUPPORT_ACCESS_OPEN");

        asOperator()
                .command("/api/v1/platform/firms/{firm}/support-accesses/{id}/end", firm, id)
                .expectStatus()
                .isOk();

        api.access(operator, firm).expectStatus().isNotFound();
        granted(Map.of("reason", "Second look", "hours", 1));
        asOperator()
                .get("/api/v1/platform/firms/{firm}/support-accesses?count=true", firm)
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.items[0].reason")
                .isEqualTo("Second look");
    }

    @Test
    void itEndsWhenItsTimeIsOver() throws Exception {
        var id = granted(Map.of("reason", "Import went wrong", "hours", 1));

        timeIsOver(id);

        api.access(operator, firm).expectStatus().isNotFound();
        var told = events.await("rems.firm.SupportAccessEnded.v1", id);
        assertThat(told.data().path("endedBy").stringValue()).isEqualTo("TIME");
        assertThat(told.actor().isService()).isTrue();
        granted(Map.of("reason", "Once more", "hours", 1));
    }

    @Test
    void ofTwoRequestsAtOnceOneIsGranted() throws Exception {
        Callable<Integer> request = () -> ask(Map.of("reason", "Twice", "hours", 1))
                .returnResult(Void.class)
                .getStatus()
                .value();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(request, request)))
                    .extracting(answer -> answer.get())
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void limitsAreKept() {
        ask(Map.of("reason", " ", "hours", 73))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        ask(Map.of("reason", "No hours")).expectStatus().isEqualTo(422);
        api.adminOf(firm)
                .post("/api/v1/platform/firms/{firm}/support-accesses", Map.of("reason", "Me", "hours", 1), firm)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void closedFirmAndOwnFirmNeedNoSupport() {
        api.assign(firm, operator, "VIEWER");
        refused(ask(Map.of("reason", "More rights", "hours", 1)), "ALREADY_ASSIGNED");

        firm = api.newFirm();
        api.operator().post("/api/v1/platform/firms/{id}/closure", Map.of("reason", "Sold"), firm);
        refused(ask(Map.of("reason", "Look back", "hours", 1)), "FIRM_CLOSED");
    }

    private AsCaller asOperator() {
        return http.as(Caller.platformAdministrator(operator));
    }

    private ResponseSpec ask(Map<String, Object> request) {
        return asOperator().post("/api/v1/platform/firms/{firm}/support-accesses", request, firm);
    }

    private UUID granted(Map<String, Object> request) {
        var id = Identifiers.next();
        var withId = new HashMap<>(request);
        withId.put("id", id);
        ask(withId).expectStatus().isCreated();
        return id;
    }

    private void timeIsOver(UUID id) throws Exception {
        try (var connection = database.asWorker();
                var statement = connection.prepareStatement("""
                        UPDATE support_access
                           SET granted_at = now() - interval '2 hours', until = now() - interval '1 second'
                         WHERE id = ?""")) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
