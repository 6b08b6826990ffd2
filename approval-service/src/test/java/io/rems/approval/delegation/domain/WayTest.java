package io.rems.approval.delegation.domain;

import static io.rems.approval.delegation.domain.Against.AMOUNT;
import static io.rems.approval.delegation.domain.Against.CATEGORY;
import static io.rems.approval.delegation.domain.Against.CHAIN_NOT_ALLOWED;
import static io.rems.approval.delegation.domain.Against.CHAIN_TOO_LONG;
import static io.rems.approval.delegation.domain.Against.DELEGATE_INACTIVE;
import static io.rems.approval.delegation.domain.Against.DELEGATE_SUBMITTED;
import static io.rems.approval.delegation.domain.Against.ENDED;
import static io.rems.approval.delegation.domain.Against.NOT_YET;
import static io.rems.approval.delegation.domain.Against.OVER;
import static io.rems.approval.delegation.domain.Against.OWNERSHIP_ENDED;
import static io.rems.approval.delegation.domain.Against.OWNER_SUBMITTED;
import static io.rems.approval.delegation.domain.Against.PROPERTY;
import static io.rems.approval.delegation.domain.Against.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final Window MARCH = new Window(FIRST, LAST.plusDays(1));

    private static final OwnerId FATIMA = new OwnerId(new UUID(1, 1));
    private static final OwnerId YUSUF = new OwnerId(new UUID(1, 2));
    private static final PersonId FATIMAS_LOGIN = new PersonId(new UUID(2, 1));
    private static final PersonId YUSUFS_LOGIN = new PersonId(new UUID(2, 2));
    private static final PersonId SARA = new PersonId(new UUID(2, 3));
    private static final PropertyId TOWER = new PropertyId(new UUID(3, 1));
    private static final UUID REPAIRS = new UUID(4, 1);
    private static final UUID LIFTS = new UUID(4, 2);

    private static final Links LINKS = new Links(Map.of(
            FATIMAS_LOGIN, new Links.Link(Optional.of(FATIMA), true),
            YUSUFS_LOGIN, new Links.Link(Optional.of(YUSUF), true),
            SARA, new Links.Link(Optional.empty(), true)));

    @Test
    void itHoldsFromTheMomentItsFirstDayBeginsInTheFirmUntilItsLastDayIsOverThere() {
        var kuwait = ZoneId.of("Asia/Kuwait");

        assertThat(seen(Instant.parse("2026-02-28T20:59:59Z"), kuwait)).containsExactly(NOT_YET);
        assertThat(seen(Instant.parse("2026-02-28T21:00:00Z"), kuwait)).isEmpty();
        assertThat(seen(Instant.parse("2026-03-31T20:59:59Z"), kuwait)).isEmpty();
        assertThat(seen(Instant.parse("2026-03-31T21:00:00Z"), kuwait)).containsExactly(OVER);
    }

    @Test
    void whereClocksAreMovedInItsTimeDaysBeginAndEndWithTheClock() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(seen(Instant.parse("2026-02-28T22:59:59Z"), berlin)).containsExactly(NOT_YET);
        assertThat(seen(Instant.parse("2026-02-28T23:00:00Z"), berlin)).isEmpty();
        assertThat(seen(Instant.parse("2026-03-31T21:59:59Z"), berlin)).isEmpty();
        assertThat(seen(Instant.parse("2026-03-31T22:00:00Z"), berlin)).containsExactly(OVER);
    }

    @Test
    void whereTheClockSkipsMidnightTheDayBeginsWhenItsFirstHourDoes() {
        var beirut = ZoneId.of("Asia/Beirut");
        var fromTheDayWithoutMidnight = way(new Window(LocalDate.of(2026, 3, 29), null), Limits.NONE);

        var justBefore = on(LocalDate.ofInstant(Instant.parse("2026-03-28T21:59:59Z"), beirut));
        var atOnce = on(LocalDate.ofInstant(Instant.parse("2026-03-28T22:00:00Z"), beirut));

        assertThat(fromTheDayWithoutMidnight.against(justBefore, LINKS)).containsExactly(NOT_YET);
        assertThat(fromTheDayWithoutMidnight.against(atOnce, LINKS)).isEmpty();
    }

    @Test
    void anAmountIsWithinTheLimitUpToTheLimitAndInItsCurrencyOnly() {
        var way = way(MARCH, new Limits(kwd("500.000"), Set.of(), Set.of()));

        assertThat(way.against(costing(kwd("500.000")), LINKS)).isEmpty();
        assertThat(way.against(costing(kwd("500.001")), LINKS)).containsExactly(AMOUNT);
        assertThat(way.against(costing(Money.of("5.00", "SAR")), LINKS)).containsExactly(AMOUNT);
    }

    @Test
    void aCategoryIncludesThoseBelowIt() {
        var ofRepairs = way(MARCH, new Limits(null, Set.of(), Set.of(REPAIRS)));
        var ofLifts = way(MARCH, new Limits(null, Set.of(), Set.of(LIFTS)));

        assertThat(ofRepairs.against(of(List.of(LIFTS, REPAIRS)), LINKS)).isEmpty();
        assertThat(ofLifts.against(of(List.of(REPAIRS)), LINKS)).containsExactly(CATEGORY);
    }

    @Test
    void allThatSpeaksAgainstItIsSaid() {
        var elsewhere = new Limits(kwd("1.000"), Set.of(new PropertyId(new UUID(3, 2))), Set.of(LIFTS));
        var way = way(new Window(LAST, null), elsewhere);

        assertThat(way.against(on(FIRST), LINKS)).containsExactlyInAnyOrder(NOT_YET, AMOUNT, PROPERTY, CATEGORY);
    }

    @Test
    void onWhatTheDelegateOrTheOwnerSubmittedHeDoesNotDecideUnlessTheFirmAllowsIt() {
        var way = way(MARCH, Limits.NONE);

        assertThat(way.against(submittedBy(SARA, false), LINKS)).containsExactly(DELEGATE_SUBMITTED);
        assertThat(way.against(submittedBy(FATIMAS_LOGIN, false), LINKS)).containsExactly(OWNER_SUBMITTED);
        assertThat(way.against(submittedBy(YUSUFS_LOGIN, false), LINKS)).isEmpty();
        assertThat(way.against(submittedBy(SARA, true), LINKS)).isEmpty();
    }

    @Test
    void whatIsPassedOnReachesAsFarAsEachOfItsStepsAndOnlyWhereTheFirmAllowsIt() {
        var toYusuf = delegation(1, FATIMA, YUSUFS_LOGIN, MARCH, new Limits(kwd("500.000"), Set.of(), Set.of()), null);
        var toSara = delegation(2, YUSUF, SARA, new Window(FIRST, null), Limits.NONE, null);
        var chain = new Way(List.of(toYusuf, toSara));

        assertThat(chain.against(affair(FIRST, kwd("500.000"), Set.of(), false, true, null), LINKS))
                .isEmpty();
        assertThat(chain.against(affair(FIRST, kwd("500.001"), Set.of(), false, true, null), LINKS))
                .containsExactly(AMOUNT);
        assertThat(chain.against(affair(FIRST, kwd("500.000"), Set.of(), false, false, null), LINKS))
                .containsExactly(CHAIN_NOT_ALLOWED);
        assertThat(chain.against(affair(FIRST, kwd("1.000"), Set.of(YUSUFS_LOGIN), false, true, null), LINKS))
                .containsExactlyInAnyOrder(OWNER_SUBMITTED, DELEGATE_SUBMITTED);
    }

    @Test
    void aFourthStepIsOneTooMany() {
        var steps = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> delegation(i, new OwnerId(new UUID(1, i)), SARA, MARCH, Limits.NONE, null))
                .toList();

        assertThat(new Way(steps).against(affair(FIRST, kwd("1.000"), Set.of(), false, true, null), LINKS))
                .containsExactly(CHAIN_TOO_LONG);
        assertThat(new Way(steps.subList(0, 3))
                        .against(affair(FIRST, kwd("1.000"), Set.of(), false, true, null), LINKS))
                .isEmpty();
    }

    @Test
    void whoIsKeptOutOfTheFirmActsForNobody() {
        var suspended = new Links(Map.of(SARA, new Links.Link(Optional.empty(), false)));

        assertThat(way(MARCH, Limits.NONE).against(on(FIRST), suspended)).containsExactly(DELEGATE_INACTIVE);
        assertThat(way(MARCH, Limits.NONE).against(on(FIRST), new Links(Map.of())))
                .containsExactly(DELEGATE_INACTIVE);
    }

    @Test
    void whatHasEndedCountsNoLongerButStillDoesForWhatWasDecidedBefore() {
        var noon = Instant.parse("2026-03-10T09:00:00Z");
        var revoked = new Ending(Ending.Cause.REVOKED, noon, FATIMAS_LOGIN, "Back home");
        var way = new Way(List.of(delegation(1, FATIMA, SARA, MARCH, Limits.NONE, revoked)));
        var left = new Way(List.of(
                delegation(1, FATIMA, SARA, MARCH, Limits.NONE, Ending.itself(Ending.Cause.DELEGATE_LEFT, noon))));

        assertThat(way.against(on(FIRST), LINKS)).containsExactly(REVOKED);
        assertThat(left.against(on(FIRST), LINKS)).containsExactly(ENDED);
        assertThat(way.against(affair(FIRST, kwd("1.000"), Set.of(), false, false, noon.minusMillis(1)), LINKS))
                .isEmpty();
        assertThat(way.against(affair(FIRST, kwd("1.000"), Set.of(), false, false, noon), LINKS))
                .containsExactly(REVOKED);
    }

    @Test
    void whereTheOwnerHoldsNothingAnyMoreNobodyActsForHim() {
        var gone = new Affair(TOWER, List.of(), kwd("1.000"), Set.of(), false, null, FIRST, false, Set.of(FATIMA));

        assertThat(way(MARCH, Limits.NONE).against(gone, LINKS)).containsExactly(OWNERSHIP_ENDED);
    }

    private static Set<Against> seen(Instant at, ZoneId zone) {
        return way(MARCH, Limits.NONE).against(on(LocalDate.ofInstant(at, zone)), LINKS);
    }

    private static Way way(Window window, Limits limits) {
        return new Way(List.of(delegation(1, FATIMA, SARA, window, limits, null)));
    }

    private static Affair on(LocalDate today) {
        return affair(today, kwd("450.000"), Set.of(), false, false, null);
    }

    private static Affair costing(Money amount) {
        return affair(FIRST, amount, Set.of(), false, false, null);
    }

    private static Affair submittedBy(PersonId submitter, boolean selfApproval) {
        return affair(FIRST, kwd("450.000"), Set.of(submitter), selfApproval, false, null);
    }

    private static Affair of(List<UUID> categories) {
        return new Affair(TOWER, categories, kwd("1.000"), Set.of(), false, null, FIRST, false, Set.of());
    }

    private static Affair affair(
            LocalDate today,
            Money amount,
            Set<PersonId> submitters,
            boolean selfApproval,
            boolean chains,
            @Nullable Instant decided) {
        return new Affair(TOWER, List.of(), amount, submitters, selfApproval, decided, today, chains, Set.of());
    }

    private static Delegation delegation(
            int number, OwnerId owner, PersonId delegate, Window window, Limits limits, @Nullable Ending ending) {
        return new Delegation(
                new DelegationId(new UUID(0, number)),
                owner,
                delegate,
                window,
                limits,
                null,
                FATIMAS_LOGIN,
                Instant.EPOCH,
                ending);
    }

    private static Money kwd(String amount) {
        return Money.of(amount, "KWD");
    }
}
