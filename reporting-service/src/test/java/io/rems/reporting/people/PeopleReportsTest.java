package io.rems.reporting.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import io.rems.reporting.Answers;
import io.rems.reporting.News;
import io.rems.reporting.News.Granted;
import io.rems.reporting.News.OfUser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class PeopleReportsTest {
    private static final String USERS = "/api/v1/reports/users";
    private static final String SIGN_INS = "/api/v1/reports/sign-ins";
    private static final String ALL_USERS = "/api/v1/platform/reports/users";
    private static final String ALL_SIGN_INS = "/api/v1/platform/reports/sign-ins";

    private final FirmId firm = TestCallers.newFirm();
    private final UUID sara = Identifiers.next();
    private final UUID omar = Identifiers.next();

    @Autowired
    TestEvents events;

    @Autowired
    RemsHttp http;

    News news;
    Answers admin;

    @BeforeEach
    void speakOfAFreshFirm() {
        news = new News(events, firm);
        admin = new Answers(http, TestCallers.admin(firm));
    }

    @Test
    void showsUsersByRoleAndByHowLatelyTheySignedIn() {
        news.granted(Role.ADMIN, sara);
        news.granted(Role.ACCOUNTANT, omar);
        news.granted(Role.ACCOUNTANT);
        news.signedIn(sara);
        news.signedIn(omar);

        admin.eventually(
                overview -> {
                    assertThat(overview.at("/users/total").asInt()).isEqualTo(3);
                    assertThat(overview.at("/users/thisWeek").asInt()).isEqualTo(2);
                    assertThat(overview.at("/users/never").asInt()).isOne();
                    assertThat(overview.at("/roles/0/role").asString()).isEqualTo("ACCOUNTANT");
                    assertThat(overview.at("/roles/0/users/total").asInt()).isEqualTo(2);
                    assertThat(overview.at("/roles/0/users/never").asInt()).isOne();
                    assertThat(overview.at("/roles/1/role").asString()).isEqualTo("ADMIN");
                },
                USERS);
    }

    @Test
    void aChangedRoleCountsAsTheNewOneAndAnEndedOneAsNone() {
        var changing = news.granted(Role.STAFF, sara);
        var ending = news.granted(Role.VIEWER, omar);
        news.tell("firm", "AssignmentChanged", changing, 2, new Granted(changing, sara, Role.MANAGER));
        news.tell("firm", "AssignmentEnded", ending, 2, new OfUser(omar));

        admin.eventually(
                overview -> {
                    assertThat(overview.at("/users/total").asInt()).isOne();
                    assertThat(overview.at("/roles/0/role").asString()).isEqualTo("MANAGER");
                },
                USERS);
        admin.eventually(
                statistics -> assertThat(statistics.at("/users/by").toString()).isEqualTo("{\"MANAGER\":1}"),
                "/api/v1/reports/firm-statistics");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsSignInsOfItsPeopleByDayInWhateverOrderTheNewsArrives(long seed) {
        var told = new ArrayList<Runnable>(List.of(
                () -> news.firm("Gulf Real Estate " + firm),
                () -> news.granted(Role.ADMIN, sara),
                () -> news.granted(Role.STAFF, omar),
                () -> news.signedIn(sara),
                () -> news.signedIn(sara),
                () -> news.signedIn(omar),
                () -> news.failedToSignIn(omar)));
        Collections.shuffle(told, new Random(seed));

        told.forEach(Runnable::run);

        var today = LocalDate.now(ZoneId.of("Asia/Kuwait")).toString();
        admin.eventually(
                report -> {
                    assertThat(report.at("/timeZone").asString()).isEqualTo("Asia/Kuwait");
                    assertThat(report.at("/days").size()).isEqualTo(30);
                    assertThat(report.at("/days/29/date").asString()).isEqualTo(today);
                    assertThat(report.at("/days/29/succeeded").asInt()).isEqualTo(3);
                    assertThat(report.at("/days/29/failed").asInt()).isOne();
                    assertThat(report.at("/days/28/succeeded").asInt()).isZero();
                },
                SIGN_INS);
    }

    @Test
    void aFirmSeesNothingOfPeopleWhoDoNotWorkThere() {
        news.granted(Role.ADMIN, sara);
        news.signedIn(sara);
        news.signedIn(omar);
        var neighbour = new News(events, TestCallers.newFirm());
        neighbour.granted(Role.ADMIN, omar);
        var neighbours = new Answers(http, TestCallers.admin(neighbour.firm()));

        neighbours.eventually(
                report -> assertThat(report.at("/days/29/succeeded").asInt()).isOne(), SIGN_INS);
        admin.eventually(
                report -> assertThat(report.at("/days/29/succeeded").asInt()).isOne(), SIGN_INS);
        admin.eventually(
                overview -> assertThat(overview.at("/users/total").asInt()).isOne(), USERS);
    }

    @Test
    void theOperatorSeesAllFirmsAndAllSignIns() {
        news.firm("Al Salam Holdings " + firm);
        news.granted(Role.ADMIN, sara);
        news.signedIn(sara);
        var operator = new Answers(http, TestCallers.platformAdministrator());

        operator.eventually(
                overview -> {
                    assertThat(overview.at("/signedInThisWeek").asInt()).isPositive();
                    assertThat(overview.at("/signedInThisMonth").asInt())
                            .isGreaterThanOrEqualTo(
                                    overview.at("/signedInThisWeek").asInt());
                    var own = overview.at("/items")
                            .valueStream()
                            .filter(item -> item.get("firmId").asString().equals(firm.toString()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(own.at("/roles/0/users/thisWeek").asInt()).isOne();
                },
                ALL_USERS + "?limit=200");
        operator.eventually(
                report -> {
                    assertThat(report.at("/timeZone").asString()).isEqualTo("UTC");
                    assertThat(report.at("/days/29/succeeded").asInt()).isPositive();
                },
                ALL_SIGN_INS);
        admin.get(ALL_USERS).expectStatus().isForbidden();
    }

    @Test
    void refusesAPeriodThatIsBackwardsOrTooLong() {
        admin.get(SIGN_INS + "?from=2026-11-02&to=2026-11-01").expectStatus().isEqualTo(422);
        admin.get(SIGN_INS + "?from=2026-01-01&to=2026-11-01").expectStatus().isEqualTo(422);
        admin.get(SIGN_INS + "?from=2026-11-01&to=2026-11-01")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.days.length()")
                .isEqualTo(1);
    }
}
