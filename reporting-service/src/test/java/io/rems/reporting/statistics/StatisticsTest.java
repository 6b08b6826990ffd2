package io.rems.reporting.statistics;

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
import io.rems.reporting.News.Lease;
import io.rems.reporting.News.LeaseOver;
import io.rems.reporting.News.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
class StatisticsTest {
    private static final String STATISTICS = "/api/v1/reports/firm-statistics";
    private static final String PLATFORM = "/api/v1/platform/statistics";

    private final FirmId firm = TestCallers.newFirm();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Kuwait"));

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
    void countsWhatThereIs() {
        news.firm("Gulf Real Estate " + firm);
        var property = news.property("A-1");
        news.property("A-2");
        news.unit(property, "1");
        news.unit(property, "2");
        news.unit(property, "3");
        news.owner("Sara");
        tenant("Layla");
        news.granted(Role.ADMIN);
        news.granted(Role.ACCOUNTANT);
        news.granted(Role.ACCOUNTANT);
        news.recorded(Identifiers.next(), property, "10.000", "2026-01-01");

        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/name").asString()).startsWith("Gulf Real Estate");
                    assertThat(statistics.at("/properties").asInt()).isEqualTo(2);
                    assertThat(statistics.at("/units/total").asInt()).isEqualTo(3);
                    assertThat(statistics.at("/owners").asInt()).isOne();
                    assertThat(statistics.at("/tenants").asInt()).isOne();
                    assertThat(statistics.at("/users/total").asInt()).isEqualTo(3);
                    assertThat(statistics.at("/users/by/ACCOUNTANT").asInt()).isEqualTo(2);
                    assertThat(statistics.at("/expenses/by/DRAFT").asInt()).isOne();
                },
                STATISTICS);
    }

    @Test
    void countsAnEventThatComesTwiceOnceAndASubjectThatIsToldAgainOnce() {
        var unit = Identifiers.next();
        var data = new News.Unit(unit, Identifiers.next(), "1");
        var id = news.tell("ownership", "UnitRegistered", unit, 1, data);
        news.again(id, "ownership", "UnitRegistered", unit, 1, data);
        news.tell("ownership", "UnitRegistered", unit, 1, data);
        var afterwards = Instant.now();
        news.tell("ownership", "UnitPainted", unit, 2, data);

        admin.eventually(
                statistics -> assertThat(Instant.parse(statistics.get("asOf").asString()))
                        .isAfterOrEqualTo(afterwards.truncatedTo(ChronoUnit.MICROS)),
                STATISTICS);
        assertThat(admin.now(STATISTICS).at("/units/total").asInt()).isOne();
    }

    @Test
    void whatIsPutAwayDoesNotCountUntilItIsRestored() {
        var tower = news.property("A-1");
        var villa = news.property("A-2");
        var shop = news.unit(tower, "1");
        news.unit(tower, "2");
        news.unit(villa, "1");
        var sara = news.owner("Sara");
        counts(2, 3, 1);

        news.unitTold("UnitArchived", shop, tower, 2);
        news.propertyTold("PropertyArchived", tower, 2);
        news.tell("ownership", "OwnerArchived", sara, 2, new News.Named("Sara", "INDIVIDUAL"));
        counts(1, 1, 0);

        news.unitTold("UnitRestored", shop, tower, 3);
        news.propertyTold("PropertyRestored", tower, 3);
        news.propertyTold("PropertyArchived", tower, 2);
        news.tell("ownership", "OwnerRestored", sara, 3, new News.Named("Sara", "INDIVIDUAL"));
        counts(2, 3, 1);
    }

    @Test
    void snapshotThatTellsOfWhatIsPutAwayCountsItAsNothing() {
        var tower = Identifiers.next();
        var shop = Identifiers.next();
        var sara = Identifiers.next();
        news.property("A-1");
        news.tell("ownership", "UnitRegistered", shop, 4, new News.Unit(shop, tower, "1"));
        news.unitTold("UnitArchived", shop, tower, 4);
        news.tell("ownership", "OwnerRegistered", sara, 3, new News.Named("Sara", "INDIVIDUAL"));
        news.merged(sara, news.owner("Sara again"), 3);

        counts(1, 0, 1);
    }

    private void counts(int properties, int units, int owners) {
        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/properties").asInt()).isEqualTo(properties);
                    assertThat(statistics.at("/units/total").asInt()).isEqualTo(units);
                    assertThat(statistics.at("/owners").asInt()).isEqualTo(owners);
                },
                STATISTICS);
    }

    @Test
    void anAssignmentThatEndedBeforeItsGrantWasHeardOfDoesNotCount() {
        var assignment = Identifiers.next();
        news.tell("firm", "AssignmentEnded", assignment, 2, new News.OfUser(Identifiers.next()));
        news.tell(
                "firm",
                "AssignmentGranted",
                assignment,
                1,
                new News.Granted(assignment, Identifiers.next(), Role.VIEWER));
        var staying = news.granted(Role.STAFF);

        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/users/total").asInt()).isOne();
                    assertThat(statistics.at("/users/by/STAFF").asInt()).isOne();
                },
                STATISTICS);
        news.tell("firm", "AssignmentEnded", staying, 2, new News.OfUser(Identifiers.next()));
        admin.eventually(
                statistics -> assertThat(statistics.at("/users/total").asInt()).isZero(), STATISTICS);
    }

    @Test
    void aUnitIsOccupiedWhileALeaseRuns() {
        var property = news.property("A-1");
        lease(news.unit(property, "runs"), today.minusYears(1), today);
        lease(news.unit(property, "begins tomorrow"), today.plusDays(1), today.plusYears(1));
        lease(news.unit(property, "lapsed yesterday"), today.minusYears(1), today.minusDays(1));
        var terminated = lease(news.unit(property, "terminated"), today.minusYears(1), today.plusYears(1));
        over("LeaseTerminated", terminated, today.minusDays(1));
        var leaving = lease(news.unit(property, "last day"), today.minusYears(1), today.plusYears(1));
        over("LeaseTerminated", leaving, today);

        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/leases/by/ACTIVE").asInt()).isEqualTo(3);
                    assertThat(statistics.at("/leases/by/TERMINATED").asInt()).isEqualTo(2);
                    assertThat(statistics.at("/units/occupied").asInt()).isEqualTo(2);
                    assertThat(statistics.at("/units/occupancyPercent").asString())
                            .isEqualTo("40.00");
                },
                STATISTICS);
    }

    @Test
    void aLeaseMayBeHeardOfBackwards() {
        var unit = Identifiers.next();
        var ended = Identifiers.next();
        news.tell("tenant", "LeaseTerminated", ended, 3, new LeaseOver(ended, unit, today.minusDays(9), "moved out"));
        news.tell("tenant", "LeaseActivated", ended, 2, new Lease(ended, unit, today.minusYears(1), today));
        news.tell("tenant", "LeaseDrafted", ended, 1, new Lease(ended, unit, today.minusYears(1), today));
        var running = lease(unit, today.minusDays(8), today.plusYears(1));
        news.tell("ownership", "UnitRegistered", unit, 1, new News.Unit(unit, Identifiers.next(), "1"));

        assertThat(running).isNotNull();
        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/units/total").asInt()).isOne();
                    assertThat(statistics.at("/units/occupied").asInt()).isOne();
                    assertThat(statistics.at("/leases/by/ACTIVE").asInt()).isOne();
                    assertThat(statistics.at("/leases/by/TERMINATED").asInt()).isOne();
                },
                STATISTICS);
    }

    @Test
    void aForeignFirmSeesNothing() {
        news.owner("Sara");
        admin.eventually(
                statistics -> assertThat(statistics.at("/owners").asInt()).isOne(), STATISTICS);

        var foreign = new Answers(http, TestCallers.admin(TestCallers.newFirm())).now(STATISTICS);

        assertThat(foreign.at("/owners").asInt()).isZero();
        assertThat(foreign.has("asOf")).isFalse();
    }

    @Test
    void theOperatorSeesAllFirmsAndNobodyElseDoes() {
        news.firm("Al Salam Holdings " + firm);
        news.owner("Sara");
        var operator = new Answers(http, TestCallers.platformAdministrator());

        operator.eventually(
                statistics -> {
                    var own = statistics
                            .at("/items")
                            .valueStream()
                            .filter(item -> item.get("firmId").asString().equals(firm.toString()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(own.at("/owners").asInt()).isOne();
                    assertThat(statistics.at("/totals/owners").asInt()).isPositive();
                    assertThat(statistics.at("/firms/by/ACTIVE").asInt()).isPositive();
                },
                PLATFORM + "?limit=200");
        admin.get(PLATFORM).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFirmHasItsNewestNameAndStatusInWhateverOrderTheyAreHeardOf(long seed) {
        var told = new ArrayList<Runnable>(List.of(
                () -> news.firm("Old name " + firm),
                () -> tellOfFirm("FirmSuspended", 2, "Old name", "SUSPENDED"),
                () -> tellOfFirm("FirmChanged", 3, "New name", "SUSPENDED"),
                () -> tellOfFirm("FirmReactivated", 4, "New name", "ACTIVE"),
                () -> tellOfFirm("FirmClosed", 5, "New name", "CLOSED")));
        Collections.shuffle(told, new Random(seed));

        told.forEach(Runnable::run);

        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/name").asString()).isEqualTo("New name");
                    assertThat(statistics.at("/status").asString()).isEqualTo("CLOSED");
                },
                STATISTICS);
    }

    @Test
    void theOperatorPagesThroughFirms() {
        news.firm("One " + firm);
        var other = new News(events, TestCallers.newFirm());
        other.firm("Other " + other.firm());
        var operator = new Answers(http, TestCallers.platformAdministrator());
        operator.eventually(
                statistics -> assertThat(statistics.at("/items").size()).isGreaterThanOrEqualTo(2), PLATFORM);

        var first = operator.now(PLATFORM + "?limit=1");
        var second = operator.now(
                PLATFORM + "?limit=1&cursor={cursor}", first.get("next").asString());

        assertThat(second.at("/items/0/firmId").asString())
                .isNotEqualTo(first.at("/items/0/firmId").asString());
    }

    private void tellOfFirm(String event, long version, String name, String status) {
        news.tell(
                "firm",
                event,
                firm.value(),
                version,
                new News.FirmTold(firm.value(), name, "KWD", "Asia/Kuwait", status));
    }

    private void tenant(String name) {
        news.tell("tenant", "TenantRegistered", Identifiers.next(), 1, new Named(name, "PERSON"));
    }

    private UUID lease(UUID unit, LocalDate from, LocalDate to) {
        var lease = Identifiers.next();
        news.tell("tenant", "LeaseDrafted", lease, 1, new Lease(lease, unit, from, to));
        news.tell("tenant", "LeaseActivated", lease, 2, new Lease(lease, unit, from, to));
        return lease;
    }

    private void over(String event, UUID lease, LocalDate on) {
        news.tell("tenant", event, lease, 3, new LeaseOver(lease, lease, on, "moved out"));
    }
}
