package io.rems.firm.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.firm.Visitor;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A firm that invites somebody learns nothing of the login that he may have, until he comes. */
@RemsTest
class InvitedStrangerTest {
    private static final String TYPED = "Typed by the Firm";

    @Autowired
    private RemsHttp http;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private FirmApi api;
    private Visitor visitor;
    private FirmId employer;
    private FirmId firm;
    private UUID user;
    private String email;

    @BeforeEach
    void somebodyWhoWorksElsewhere() {
        api = new FirmApi(http);
        visitor = new Visitor(http);
        employer = api.newFirm();
        firm = api.newFirm();
        email = Identifiers.next() + "@stranger.example";
        user = api.newUser(email);
        api.assign(employer, user, "STAFF");
        profile("Noor al-Sabah");
        visitor.login(email, FirmApi.PASSWORD).expectStatus().isOk();
    }

    @Test
    void firmSeesWhatItTypedAndNothingElse() throws Exception {
        invite(email.toUpperCase(Locale.ROOT)).expectStatus().isCreated();
        invite(Identifiers.next() + "@nobody.example").expectStatus().isCreated();

        var colleagues = items("/api/v1/users");
        var known = colleague(colleagues, user);
        var unknown = colleagues.stream()
                .filter(each -> !each.equals(known))
                .findFirst()
                .orElseThrow();
        assertThat(known)
                .containsEntry("name", TYPED)
                .containsEntry("email", email.toUpperCase(Locale.ROOT))
                .containsEntry("status", "INVITED")
                .containsEntry("language", "en")
                .containsEntry("phone", null)
                .containsEntry("lastSignInAt", null);
        assertThat(known.keySet()).isEqualTo(unknown.keySet());
        assertThat(Visitor.body(api.adminOf(firm).get("/api/v1/users/{id}", user)))
                .isEqualTo(known);
        assertThat(items("/api/v1/assignments"))
                .allSatisfy(each -> assertThat(each)
                        .containsEntry("userName", TYPED)
                        .containsEntry("accepted", false)
                        .containsEntry("primary", false));
        assertThat(items("/api/v1/users?q=noor")).isEmpty();
        assertThat(items("/api/v1/users?q=typed&status=INVITED")).hasSize(2);
        assertThat(events.await("rems.firm.AssignmentGranted.v1", assignment())
                        .data()
                        .toString())
                .contains(TYPED)
                .doesNotContain("Noor", email);
        try (var connection = database.asApp(firm);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM portal_user")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void nothingElseTellsThatHeHasALogin() {
        invite(email).expectStatus().isCreated();
        var admin = api.adminOf(firm);

        invite(email).expectStatus().isCreated();
        admin.get("/api/v1/users/{id}/sign-ins", user).expectStatus().isNotFound();
        admin.post("/api/v1/users/{id}/unlocking", Map.of(), user)
                .expectStatus()
                .isNotFound();
        admin.post("/api/v1/users/{id}/password-reset", Map.of(), user)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void whoComesIsCalledWhatHeCallsHimself() {
        invite(email).expectStatus().isCreated();
        var assignment = assignment();

        assertThat(Visitor.atOnce(Collections.nCopies(4, () -> api.access(user, firm))))
                .containsOnly("200");

        assertThat(colleague(items("/api/v1/users"), user))
                .containsEntry("name", "Noor al-Sabah")
                .containsEntry("email", email)
                .containsEntry("status", "ACTIVE")
                .containsEntry("language", "ar")
                .containsKey("lastSignInAt");
        var accepted = events.await("rems.firm.AssignmentAccepted.v1", assignment);
        assertThat(accepted.actor()).isEqualTo(Actor.user(user));
        assertThat(accepted.data().path("userName").stringValue()).isEqualTo("Noor al-Sabah");
        assertThat(items("/api/v1/assignments/" + assignment + "/history"))
                .extracting(line -> line.get("change"))
                .containsExactly("GRANTED", "ACCEPTED");
        invite(email).expectStatus().isEqualTo(409);
    }

    @Test
    void choosingTheFirmIsComingToo() {
        invite(email).expectStatus().isCreated();

        api.as(user, employer, Role.STAFF)
                .send(HttpMethod.PUT, "/api/v1/me/primary-firm", Map.of("firmId", firm.value()), Map.of())
                .expectStatus()
                .isNoContent();

        assertThat(colleague(items("/api/v1/users"), user)).containsEntry("name", "Noor al-Sabah");
        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(firm.toString());
    }

    @Test
    void whoFollowsTheLinkIsKnownToAllWhoInvitedHim() {
        var address = Identifiers.next() + "@invited.example";
        invite(address).expectStatus().isCreated();
        mailbox.await(address, 1);
        invite(employer, address, "Another").expectStatus().isCreated();

        visitor.acceptInvitation(mailbox.token(address, 2), FirmApi.PASSWORD, Map.of("name", "What He Says"))
                .expectStatus()
                .isNoContent();

        for (var each : List.of(firm, employer)) {
            assertThat(items(each, "/api/v1/users?q=" + address))
                    .singleElement()
                    .satisfies(found -> assertThat(found)
                            .containsEntry("name", "What He Says")
                            .containsEntry("status", "ACTIVE"));
        }
    }

    @Test
    void newNameIsShownAtOnceWhereHeHasComeAndNowhereElse() {
        invite(email).expectStatus().isCreated();

        profile("Nour Sabah");

        assertThat(items(employer, "/api/v1/users?q=nour sab")).hasSize(1);
        assertThat(items(employer, "/api/v1/assignments?q=nour sab")).hasSize(1);
        assertThat(colleague(items("/api/v1/users"), user)).containsEntry("name", TYPED);
    }

    @Test
    void administratorWhoHasNotComeCannotBeLeftAlone() {
        var only = api.assign(firm, api.newUser(), "ADMIN");
        invite(firm, email, TYPED, Map.of("role", "ADMIN")).expectStatus().isCreated();

        api.command(firm, only, "end", 1)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("LAST_ADMINISTRATOR");

        api.access(user, firm).expectStatus().isOk();
        api.command(firm, only, "end", 1).expectStatus().isOk();
    }

    @Test
    void whoWasInvitedAndNeverCameIsStillNobodyToAssign() {
        invite(email).expectStatus().isCreated();
        api.command(firm, assignment(), "end", 1).expectStatus().isOk();

        api.adminOf(firm)
                .post("/api/v1/assignments", Map.of("userId", user, "role", "STAFF"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("UNKNOWN");
    }

    @Test
    void firmThatMerelyInvitedIsNotMeantWhereNoneIsNamed() {
        invite(email).expectStatus().isCreated();

        var elsewhere = items(employer, "/api/v1/assignments").getFirst();
        api.command(employer, UUID.fromString(String.valueOf(elsewhere.get("id"))), "suspension", 1)
                .expectStatus()
                .isOk();
        var next = api.newFirm();
        api.assign(next, user, "STAFF");

        api.access(user).expectBody().jsonPath("$.firmId").isEqualTo(next.toString());
        assertThat(colleague(items("/api/v1/users"), user)).containsEntry("name", TYPED);
    }

    private ResponseSpec invite(String address) {
        return invite(firm, address, TYPED);
    }

    private ResponseSpec invite(FirmId into, String address, String name) {
        return invite(into, address, name, Map.of());
    }

    private ResponseSpec invite(FirmId into, String address, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("email", address, "name", name, "role", "STAFF"));
        body.putAll(more);
        return api.adminOf(into).post("/api/v1/users/invitations", body);
    }

    private void profile(String name) {
        var me = api.as(user, employer, Role.STAFF);
        var tag = me.get("/api/v1/me")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        me.send(
                        HttpMethod.PUT,
                        "/api/v1/me",
                        Map.of("name", name, "phone", "+965 2222 3333", "language", "ar"),
                        Map.of("If-Match", Objects.requireNonNull(tag)))
                .expectStatus()
                .isOk();
    }

    private UUID assignment() {
        return items("/api/v1/assignments?user=" + user).stream()
                .map(each -> UUID.fromString(String.valueOf(each.get("id"))))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> colleague(List<Map<String, Object>> colleagues, UUID id) {
        return colleagues.stream()
                .filter(each -> id.toString().equals(each.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> items(String path) {
        return items(firm, path);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(FirmId of, String path) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(Visitor.body(api.adminOf(of).get(path)).get("items"));
    }
}
