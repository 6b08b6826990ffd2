package io.rems.firm.invitation;

import static io.rems.firm.Visitor.answer;
import static io.rems.firm.Visitor.atOnce;
import static io.rems.firm.Visitor.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.firm.FirmApi;
import io.rems.firm.Mailbox;
import io.rems.firm.Rows;
import io.rems.firm.Visitor;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.Language;
import io.rems.platform.Identifiers;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

@RemsTest
class InvitationsTest {
    private static final String PASSWORD = "seven quiet camels";

    @Autowired
    private RemsHttp http;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    @Autowired
    private InviteUser inviteUser;

    @Autowired
    private Transactions transactions;

    private FirmApi api;
    private Visitor visitor;
    private Rows rows;
    private FirmId firm;
    private String email;

    @BeforeEach
    void someFirm() {
        api = new FirmApi(http);
        visitor = new Visitor(http);
        rows = new Rows(database);
        firm = api.newFirm();
        email = Identifiers.next() + "@invited.example";
    }

    @Test
    void invitedPersonChoosesAPasswordAndWorksInTheFirm() {
        invite(firm, Map.of()).expectStatus().isCreated();

        visitor.acceptInvitation(mailbox.token(email, 1), PASSWORD, Map.of("name", "Noor", "language", "ar"))
                .expectStatus()
                .isNoContent();

        visitor.login(email, PASSWORD).expectStatus().isOk();
        var user = rows.userWith(email);
        api.access(user, firm)
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("STAFF")
                .jsonPath("$.userActive")
                .isEqualTo(true);
        var activated = events.await("rems.firm.UserActivated.v1", user);
        assertThat(activated.actor()).isEqualTo(Actor.user(user));
        assertThat(activated.data().path("name").stringValue()).isEqualTo("Noor");
        assertThat(events.await("rems.firm.UserInvited.v1", user)
                        .data()
                        .path("firmId")
                        .stringValue())
                .isEqualTo(firm.toString());
    }

    @Test
    void letterIsInTheLanguageOfTheInvited() throws Exception {
        invite(firm, Map.of("language", "ar", "name", "Zain & Sons\nVisit us"))
                .expectStatus()
                .isCreated();

        var letter = mailbox.await(email, 1);

        assertThat(letter.getSubject()).contains("دعوة").contains("REMS");
        assertThat(Mailbox.plain(letter))
                .contains("\u2068Zain & Sons Visit us\u2069")
                .contains("أيام");
        assertThat(Mailbox.html(letter)).contains("dir=\"rtl\"").contains("Zain &amp; Sons Visit us");
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneIsTooLate() {
        invite(firm, Map.of()).expectStatus().isCreated();
        var token = mailbox.token(email, 1);

        var statuses = atOnce(Collections.nCopies(3, () -> visitor.acceptInvitation(token, PASSWORD, Map.of())));

        assertThat(statuses).containsExactlyInAnyOrder("204", "409 TOKEN_SPENT", "409 TOKEN_SPENT");
        visitor.login(email, PASSWORD).expectStatus().isOk();
    }

    @Test
    void newInvitationReplacesTheEarlierLink() {
        invite(firm, Map.of()).expectStatus().isCreated();
        var first = mailbox.token(email, 1);
        invite(firm, Map.of()).expectStatus().isCreated();
        var second = mailbox.token(email, 2);

        assertThat(answer(visitor.acceptInvitation(first, PASSWORD, Map.of()))).isEqualTo("409 TOKEN_UNKNOWN");
        assertThat(answer(visitor.acceptInvitation(second, PASSWORD, Map.of()))).isEqualTo("204");
        assertThat(answer(invite(firm, Map.of()))).isEqualTo("409 ALREADY_ASSIGNED");
    }

    @Test
    void expiredInvitationIsRefused() throws Exception {
        invite(firm, Map.of()).expectStatus().isCreated();
        var token = mailbox.token(email, 1);
        rows.change("UPDATE one_time_token SET expires_at = now() WHERE user_id = '" + rows.userWith(email) + "'");

        assertThat(answer(visitor.acceptInvitation(token, PASSWORD, Map.of()))).isEqualTo("409 TOKEN_EXPIRED");
    }

    @Test
    void inventedTokenIsRefused() {
        assertThat(answer(visitor.acceptInvitation("invented", PASSWORD, Map.of())))
                .isEqualTo("409 TOKEN_UNKNOWN");
    }

    @Test
    void answerDoesNotTellWhetherTheEmailWasKnown() {
        var known = api.newUser();
        var knownEmail = api.emailOf(known);

        var one = body(invite(firm, Map.of("email", knownEmail.toUpperCase(Locale.ROOT), "name", "Somebody")));
        var other = body(invite(firm, Map.of("name", "Somebody")));

        assertThat(one.keySet()).isEqualTo(other.keySet());
        assertThat(one).containsEntry("name", "Somebody").doesNotContainKeys("userId", "status");
    }

    @Test
    void whoHasALoginIsWelcomedAndKeepsHisPassword() throws Exception {
        email = Identifiers.next() + "@users.example";
        var user = api.newUser(email);

        invite(firm, Map.of("name", "Another Name")).expectStatus().isCreated();

        var letter = mailbox.await(email, 1);
        assertThat(Mailbox.plain(letter)).contains("User " + user).doesNotContain("#token");
        api.access(user, firm).expectStatus().isOk();
    }

    @Test
    void twoFirmsThatInviteTheSamePersonAtOnceGetOneUser() {
        var other = api.newFirm();

        var statuses = atOnce(List.of(
                () -> invite(firm, Map.of()), () -> invite(other, Map.of("email", email.toUpperCase(Locale.ROOT)))));

        assertThat(statuses).containsExactly("201", "201");
        var user = rows.userWith(email);
        api.access(user, firm).expectStatus().isOk();
        api.access(user, other).expectStatus().isOk();
    }

    @Test
    void whatIsRolledBackInvitesNobody() throws Exception {
        var invitation = new Invitation(new EmailAddress(email), "Nobody", Language.EN, false, null);
        var breaking = transactions
                .acrossFirms(inviteUser.within(invitation).then(Mono.error(new IllegalStateException("broken"))))
                .contextWrite(
                        context -> CurrentCaller.with(context, Caller.acting(Actor.service("firm"), FirmId.PLATFORM)));

        assertThatThrownBy(() -> breaking.block(Duration.ofSeconds(20))).hasMessageContaining("broken");

        assertThat(rows.count("SELECT count(*) FROM portal_user WHERE email_key = '" + email + "'"))
                .isZero();
        assertThat(rows.count("SELECT count(*) FROM mail WHERE recipient = '" + email + "'"))
                .isZero();
    }

    @Test
    void secretsAreWipedAsSoonAsTheMailHasGone() throws Exception {
        invite(firm, Map.of()).expectStatus().isCreated();
        mailbox.await(email, 1);

        Awaitility.await()
                .until(() -> rows.count("SELECT count(*) FROM mail WHERE recipient = '" + email
                                + "' AND outcome = 'SENT' AND words IS NULL")
                        == 1);
    }

    @Test
    void platformAdministratorInvitesAnother() {
        api.operator()
                .post(
                        "/api/v1/platform/users/invitations",
                        Map.of("email", email, "name", "Second Operator", "platformAdministrator", true))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("INVITED");

        visitor.acceptInvitation(mailbox.token(email, 1), PASSWORD, Map.of())
                .expectStatus()
                .isNoContent();
        visitor.login(email, PASSWORD).expectStatus().isOk();
    }

    @Test
    void platformAdministratorInvitesTheFirstAdministratorOfAFirm() {
        api.operator()
                .post(
                        "/api/v1/platform/firms/{firm}/invitations",
                        Map.of("email", email, "name", "First", "role", "ADMIN"),
                        firm)
                .expectStatus()
                .isCreated();

        api.access(rows.userWith(email), firm)
                .expectBody()
                .jsonPath("$.accessLevel")
                .isEqualTo("FULL");
    }

    @Test
    void ownerMustBeLinkedAndFieldsAreChecked() {
        invite(firm, Map.of("role", "OWNER"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("ownerId");
        invite(firm, Map.of("email", "nobody", "name", " "))
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    private ResponseSpec invite(FirmId into, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("email", email, "name", "Invited", "role", "STAFF"));
        body.putAll(more);
        return api.adminOf(into).post("/api/v1/users/invitations", body);
    }
}
