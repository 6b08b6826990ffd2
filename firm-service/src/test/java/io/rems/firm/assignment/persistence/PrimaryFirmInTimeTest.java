package io.rems.firm.assignment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.assignment.AccessDirectory.Access;
import io.rems.firm.assignment.AccessDirectory.Entry;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of the look-up runs ahead here, so that no timer has done anything of what it finds. */
@RemsTest
class PrimaryFirmInTimeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private RemsHttp http;

    @Autowired
    private Transactions transactions;

    @Autowired
    private FirmSql sql;

    private FirmApi api;
    private UUID user;
    private FirmId first;
    private FirmId second;
    private FirmId third;

    @BeforeEach
    void threeFirms() {
        api = new FirmApi(http);
        user = api.newUser();
        first = api.newFirm();
        second = api.newFirm();
        third = api.newFirm();
    }

    @Test
    void atTheMomentWhenThePrimaryOneEndsTheOneHeldLongestIsMeant() {
        grant(first, Map.of("until", in(2), "primary", true));
        grant(second, Map.of());
        grant(third, Map.of());

        assertThat(meant(in(2).minusNanos(1000))).isEqualTo(first.value());
        assertThat(meant(in(2))).isEqualTo(second.value());
    }

    @Test
    void atTheMomentWhenAnotherBeginsAsPrimaryThatIsMeantAndNothingIsRememberedBeyondIt() {
        grant(first, Map.of("until", in(3)));
        grant(second, Map.of("from", in(1), "until", in(2), "primary", true));
        grant(third, Map.of());

        assertThat(at(in(1).minusNanos(1000)).until()).isEqualTo(in(1));
        assertThat(meant(in(1).minusNanos(1000))).isEqualTo(first.value());
        assertThat(meant(in(1))).isEqualTo(second.value());
        assertThat(at(in(1)).until()).isEqualTo(in(2));
        assertThat(meant(in(2))).isEqualTo(first.value());
        assertThat(meant(in(3))).isEqualTo(third.value());
    }

    @Test
    void oneThatBeginsWithoutBeingAskedForAsPrimaryTakesNothing() {
        grant(first, Map.of());
        grant(second, Map.of("from", in(1)));

        assertThat(meant(in(1))).isEqualTo(first.value());
    }

    @Test
    void whoHasOneInForceHasAPrimaryOneAtEveryMoment() {
        grant(first, Map.of("until", in(2)));
        grant(second, Map.of("from", in(2), "until", in(4)));
        grant(third, Map.of("from", in(3), "until", in(5), "primary", true));

        for (var moment = in(0); moment.isBefore(in(5)); moment = moment.plus(Duration.ofMinutes(10))) {
            assertThat(at(moment).firmId()).as("primary firm at %s", moment).isNotNull();
            assertThat(at(moment).role()).isNotNull();
        }
        assertThat(at(in(5)).firmId()).isNull();
    }

    @Test
    void closedFirmIsMeantOnlyIfThereIsNoOther() {
        grant(first, Map.of("primary", true));
        api.operator()
                .post("/api/v1/platform/firms/{id}/closure", Map.of("reason", "Sold"), first)
                .expectStatus()
                .isOk();
        assertThat(meant(in(1))).isEqualTo(first.value());

        grant(second, Map.of());

        assertThat(meant(in(1))).isEqualTo(second.value());
    }

    @Test
    void onesOwnListSaysTheSame() {
        grant(first, Map.of("primary", true));
        grant(second, Map.of());

        api.as(user, first, Role.STAFF)
                .get("/api/v1/me")
                .expectBody()
                .jsonPath("$.firms[?(@.primary == true)].id")
                .isEqualTo(first.toString());
        assertThat(meant(in(1))).isEqualTo(first.value());
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours)).plusSeconds(60);
    }

    private void grant(FirmId firm, Map<String, Object> more) {
        api.grant(firm, user, "STAFF", more).expectStatus().isCreated();
    }

    private UUID meant(Instant moment) {
        return Objects.requireNonNull(at(moment).firmId());
    }

    private Access at(Instant moment) {
        var directory = new R2dbcAccessDirectory(transactions, sql, Clock.fixed(moment, ZoneOffset.UTC));
        var caller = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);
        return Objects.requireNonNull(directory
                .of(user, null)
                .map(Entry::access)
                .contextWrite(context -> CurrentCaller.with(context, caller))
                .block(PATIENCE));
    }
}
