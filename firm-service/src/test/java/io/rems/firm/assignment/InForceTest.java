package io.rems.firm.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.secondfactor.SecondFactors;
import io.rems.firm.signin.Candidates;
import io.rems.firm.signin.domain.Candidate;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.StatusAssertions;
import reactor.core.publisher.Mono;

/** A firm's rules bind those, and are open to those, whose assignment lets them in now: nobody before, nobody after. */
@RemsTest
class InForceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int STRICT = 3;

    @Autowired
    private RemsHttp http;

    @Autowired
    private Candidates candidates;

    @Autowired
    private SecondFactors secondFactors;

    @Autowired
    private Transactions transactions;

    private FirmApi api;
    private FirmId firm;
    private UUID user;

    @BeforeEach
    void strictFirm() {
        api = new FirmApi(http);
        firm = api.newFirm();
        user = api.newUser();
        set("security.secondFactorRoles", "STAFF");
        set("security.maxLoginAttempts", String.valueOf(STRICT));
    }

    @Test
    void rulesBindWhoIsLetIn() {
        api.assign(firm, user, "STAFF");

        assertThat(bound()).isTrue();
        signIns().isOk();
    }

    @Test
    void suspendedIsBoundAgainOnceResumed() {
        var id = api.assign(firm, user, "STAFF");

        api.command(firm, id, "suspension", 1).expectStatus().isOk();
        assertThat(bound()).isFalse();
        signIns().isNotFound();

        api.command(firm, id, "resumption", 2).expectStatus().isOk();
        assertThat(bound()).isTrue();
        signIns().isOk();
    }

    @Test
    void futureOneBindsNobodyYet() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        api.grant(firm, user, "STAFF", Map.of("from", tomorrow)).expectStatus().isCreated();

        assertThat(bound()).isFalse();
        signIns().isNotFound();
    }

    @Test
    void endedOneBindsNobodyAnyMore() {
        var id = api.assign(firm, user, "STAFF");

        api.command(firm, id, "end", 1).expectStatus().isOk();

        assertThat(bound()).isFalse();
        signIns().isNotFound();
    }

    @Test
    void invitedOneIsBoundOnceHeComesButMustHaveItsSecondFactorByThen() {
        var email = api.emailOf(user);
        api.adminOf(firm)
                .post("/api/v1/users/invitations", Map.of("email", email, "name", "Somebody", "role", "STAFF"))
                .expectStatus()
                .isCreated();
        assertThat(attempts()).isGreaterThan(STRICT);
        assertThat(secondFactorIsRequired()).isTrue();
        signIns().isNotFound();

        api.access(user, firm).expectStatus().isOk();

        assertThat(bound()).isTrue();
        signIns().isOk();
    }

    @Test
    void suspendedFirmStillBindsAndClosedOneDoesNot() {
        api.assign(firm, user, "STAFF");

        standing("suspension");
        assertThat(bound()).isTrue();
        signIns().isOk();

        standing("closure");
        assertThat(bound()).isFalse();
        signIns().isNotFound();
    }

    /** Whether the firm's number of attempts and its second factor apply: both do, or neither. */
    private boolean bound() {
        assertThat(attempts() == STRICT).isEqualTo(secondFactorIsRequired());
        return secondFactorIsRequired();
    }

    private int attempts() {
        return across(candidates.rulesFor(new Candidate(user, 1, true, "no hash")))
                .maxAttempts();
    }

    private boolean secondFactorIsRequired() {
        return across(secondFactors.standingOf(user)).required();
    }

    private StatusAssertions signIns() {
        return api.adminOf(firm).get("/api/v1/users/{id}/sign-ins", user).expectStatus();
    }

    private void set(String setting, String value) {
        api.adminOf(firm)
                .send(HttpMethod.PUT, "/api/v1/settings/" + setting, Map.of("value", value), Map.of())
                .expectStatus()
                .isOk();
    }

    private void standing(String command) {
        api.operator()
                .post("/api/v1/platform/firms/{id}/" + command, Map.of("reason", "Unpaid"), firm)
                .expectStatus()
                .isOk();
    }

    private <T> T across(Mono<T> read) {
        var caller = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);
        return Objects.requireNonNull(transactions
                .acrossFirms(read)
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .block(PATIENCE));
    }
}
