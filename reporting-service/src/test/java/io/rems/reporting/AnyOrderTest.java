package io.rems.reporting;

import static io.rems.reporting.News.administrators;
import static io.rems.reporting.News.period;
import static io.rems.reporting.News.voter;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import io.rems.reporting.News.Lease;
import io.rems.reporting.News.LeaseOver;
import io.rems.reporting.News.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class AnyOrderTest {
    private static final String PORTFOLIO = "/api/v1/reports/owner-portfolio?ownerId={owner}&date=2026-11-23";

    private final UUID sara = Identifiers.next();
    private final UUID omar = Identifiers.next();
    private final UUID saraAgain = Identifiers.next();
    private final UUID saraOnceMore = Identifiers.next();

    @Autowired
    TestEvents events;

    @Autowired
    RemsHttp http;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theReportsAreTheSameInWhateverOrderTheNewsArrives(long seed) {
        var news = new News(events, TestCallers.newFirm());
        var admin = new Answers(http, TestCallers.admin(news.firm()));
        var told = story(news);
        Collections.shuffle(told, new Random(seed));

        told.forEach(Runnable::run);

        admin.eventually(
                log -> assertThat(log.at("/entries").asInt()).isEqualTo(told.size()), "/api/v1/audit-log/verification");
        admin.eventually(
                statistics -> {
                    assertThat(statistics.at("/expenses/by").toString()).isEqualTo("{\"APPROVED\":1,\"PENDING\":1}");
                    assertThat(statistics.at("/leases/by").toString()).isEqualTo("{\"ACTIVE\":1,\"TERMINATED\":1}");
                    assertThat(statistics.at("/units/occupied").asInt()).isOne();
                    assertThat(statistics.at("/units/total").asInt()).isOne();
                    assertThat(statistics.at("/owners").asInt()).isEqualTo(2);
                    assertThat(statistics.at("/properties").asInt()).isOne();
                },
                "/api/v1/reports/firm-statistics");
        assertHolds(admin, sara, "Sara", "50.001", 1);
        assertHolds(admin, omar, "Omar", "50.000", 0);
        admin.eventually(
                pending -> {
                    assertThat(pending.at("/items").size()).isOne();
                    assertThat(pending.at("/items/0/property/code").asString()).isEqualTo("A-1");
                    assertThat(pending.at("/items/0/voters/1/verdict").asString())
                            .isEqualTo("REJECTED");
                    assertThat(pending.at("/items/0/voters/0/name").asString()).isEqualTo("Sara");
                    assertThat(pending.at("/items/0/voters/0/ownerId").asString())
                            .isEqualTo(sara.toString());
                },
                "/api/v1/reports/pending-approvals");
    }

    private static void assertHolds(Answers admin, UUID owner, String name, String spent, int pending) {
        admin.eventually(
                portfolio -> {
                    assertThat(portfolio.at("/owner/name").asString()).isEqualTo(name);
                    assertThat(portfolio.at("/summary/pendingApprovals").asInt())
                            .isEqualTo(pending);
                    assertThat(portfolio.at("/properties").size()).isOne();
                    assertThat(portfolio.at("/properties/0/code").asString()).isEqualTo("A-1");
                    assertThat(portfolio.at("/properties/0/share/fraction").asString())
                            .isEqualTo("1/2");
                    assertThat(portfolio
                                    .at("/properties/0/approvedExpenses/0/total/amount")
                                    .asString())
                            .isEqualTo(spent);
                },
                PORTFOLIO,
                owner);
    }

    private List<Runnable> story(News news) {
        var property = Identifiers.next();
        var unit = Identifiers.next();
        var approved = Identifiers.next();
        var open = Identifiers.next();
        var closed = Identifiers.next();
        var shop = Identifiers.next();
        var kiosk = Identifiers.next();
        var left = Identifiers.next();
        var runs = Identifiers.next();
        var today = LocalDate.now(ZoneId.of("Asia/Kuwait"));
        var deadline = Instant.now().plusSeconds(3600);
        var leftLease = new Lease(left, unit, today.minusYears(1), today.plusYears(1));
        var newLease = new Lease(runs, unit, today.minusDays(3), today.plusYears(1));
        return new ArrayList<>(List.of(
                () -> news.tell("ownership", "OwnerRegistered", sara, 1, new Named("Sarra", "INDIVIDUAL")),
                () -> news.tell("ownership", "OwnerChanged", sara, 2, new Named("Sara", "INDIVIDUAL")),
                () -> news.tell("ownership", "OwnerRegistered", omar, 1, new Named("Omar", "INDIVIDUAL")),
                () -> news.added(property, "A-1"),
                () -> news.tell("ownership", "UnitRegistered", unit, 1, new News.Unit(unit, property, "1")),
                () -> news.owned(property, 2, period(sara, "1/1", "2024-01-01", null)),
                () -> news.owned(
                        property,
                        3,
                        period(sara, "1/1", "2024-01-01", "2026-02-01"),
                        period(sara, "1/2", "2026-02-01", null),
                        period(omar, "1/2", "2026-02-01", null)),
                () -> news.recorded(approved, property, "100.001", "2026-03-10"),
                () -> news.submitted(approved, 2),
                () -> news.requested(approved, 2, property, deadline, voter(sara), voter(omar)),
                () -> news.voted(approved, 3, sara, "APPROVED"),
                () -> news.escalated(approved, 4, property, deadline),
                () -> news.approved(approved, 5, property),
                () -> news.recorded(open, property, "1500.000", "2026-03-11"),
                () -> news.requested(open, 2, property, deadline, voter(saraAgain), voter(omar), administrators()),
                () -> news.tell("ownership", "OwnerRegistered", saraAgain, 1, new Named("Sarah", "INDIVIDUAL")),
                () -> news.tell("ownership", "OwnerRegistered", saraOnceMore, 1, new Named("Sa", "INDIVIDUAL")),
                () -> news.merged(saraAgain, saraOnceMore, 2),
                () -> news.merged(saraOnceMore, sara, 2),
                () -> news.merged(saraAgain, sara, 3),
                () -> news.added(closed, "B-1"),
                () -> news.tell("ownership", "UnitRegistered", shop, 1, new News.Unit(shop, closed, "1")),
                () -> news.propertyTold("PropertyArchived", closed, 2),
                () -> news.propertyTold("PropertyRestored", closed, 3),
                () -> news.propertyTold("PropertyArchived", closed, 4),
                () -> news.tell("ownership", "UnitRegistered", kiosk, 1, new News.Unit(kiosk, property, "2")),
                () -> news.unitTold("UnitArchived", kiosk, property, 2),
                () -> news.unitTold("UnitRestored", kiosk, property, 3),
                () -> news.unitTold("UnitArchived", kiosk, property, 4),
                () -> news.voted(open, 3, omar, "REJECTED"),
                () -> news.tell("tenant", "LeaseDrafted", left, 1, leftLease),
                () -> news.tell("tenant", "LeaseActivated", left, 2, leftLease),
                () -> news.tell("tenant", "LeaseTerminated", left, 3, over(left, unit, today.minusDays(4))),
                () -> news.tell("tenant", "LeaseDrafted", runs, 1, newLease),
                () -> news.tell("tenant", "LeaseActivated", runs, 2, newLease)));
    }

    private static LeaseOver over(UUID lease, UUID unit, LocalDate on) {
        return new LeaseOver(lease, unit, on, "moved out");
    }
}
