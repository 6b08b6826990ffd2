package io.rems.firm.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.firm.assignment.domain.Assignment.Scheduled;
import io.rems.firm.assignment.domain.AssignmentEvent.Happened;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserAssignmentsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));
    private static final Position STAFF = new Position(Role.STAFF, AccessLevel.STANDARD, null, null);
    private static final Position ADMIN = new Position(Role.ADMIN, AccessLevel.FULL, null, null);
    private static final FirmId FIRST = new FirmId(new UUID(0, 1));
    private static final FirmId SECOND = new FirmId(new UUID(0, 2));
    private static final FirmId THIRD = new FirmId(new UUID(0, 3));
    private static final Holder HOLDER = new Holder(new UUID(1, 1), "Noor", "noor@firm.example", 4);
    private static final UserAssignments NOWHERE = new UserAssignments(HOLDER, List.of(), null);
    private static final AssignmentId COLLEAGUE = new AssignmentId(new UUID(7, 7));

    @Test
    void firstFirmIsPrimaryThoughNobodyAsked() {
        var outcome = NOWHERE.grant(FIRST, grant(FIRST, false), NOON);

        assertThat(state(outcome).primary()).isEqualTo(FIRST);
        assertThat(events(outcome))
                .containsExactly(
                        new Happened(
                                HOLDER,
                                Change.GRANTED,
                                null,
                                state(outcome).current().getFirst(),
                                true,
                                null),
                        new PrimaryMoved(HOLDER, null, FIRST));
    }

    @Test
    void whoComesIsNamedAndComesOnce() {
        var invited = state(worksIn(FIRST).grant(SECOND, invitation(SECOND), NOON));

        var outcome = invited.accept(SECOND, EVENING);

        assertThat(events(outcome)).singleElement().isInstanceOfSatisfying(Happened.class, happened -> {
            assertThat(happened.change()).isEqualTo(Change.ACCEPTED);
            assertThat(happened.userName()).isEqualTo("Noor");
            assertThat(happened.primary()).isFalse();
        });
        assertThat(events(state(outcome).accept(SECOND, EVENING))).isEmpty();
    }

    @Test
    void invitationIsToldByTheNameThatWasTyped() {
        var outcome = worksIn(FIRST).grant(SECOND, invitation(SECOND), NOON);

        assertThat(events(outcome)).singleElement().isInstanceOfSatisfying(Happened.class, happened -> {
            assertThat(happened.userName()).isEqualTo("Typed");
            assertThat(happened.email()).isEqualTo("typed@firm.example");
        });
    }

    @Test
    void firmThatMerelyInvitesIsPrimaryOnlyWithoutAnother() {
        var invited = state(NOWHERE.grant(FIRST, invitation(FIRST), NOON));
        assertThat(invited.primary()).isEqualTo(FIRST);

        var employed = state(invited.grant(SECOND, grant(SECOND, false), NOON));

        assertThat(employed.primary()).isEqualTo(SECOND);
        assertThat(state(employed.choosePrimary(FIRST, NOON)).primary()).isEqualTo(FIRST);
    }

    private static Grant invitation(FirmId firm) {
        return grant(firm, false).introducing(new Introduction("Typed", "typed@firm.example", "en"));
    }

    @Test
    void secondFirmIsPrimaryOnlyIfAsked() {
        var one = worksIn(FIRST);

        assertThat(state(one.grant(SECOND, grant(SECOND, false), NOON)).primary())
                .isEqualTo(FIRST);
        assertThat(state(one.grant(SECOND, grant(SECOND, true), NOON)).primary())
                .isEqualTo(SECOND);
    }

    @Test
    void nobodyWorksTwiceInOneFirmAtATime() {
        var again = new AssignmentId(new UUID(9, 9));

        assertThat(worksIn(FIRST).grant(FIRST, Grant.of(again, STAFF, true), NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ALREADY_ASSIGNED));
        assertThat(worksIn(FIRST).grant(FIRST, new Grant(again, STAFF, EVENING, null, false, null), NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ALREADY_ASSIGNED));
    }

    @Test
    void oneAssignmentMayFollowAnotherInTheSameFirm() {
        var untilEvening = state(NOWHERE.grant(FIRST, grant(FIRST, NOON, EVENING), NOON));
        var next = new AssignmentId(new UUID(9, 9));

        var planned = state(untilEvening.grant(FIRST, new Grant(next, ADMIN, EVENING, null, false, null), NOON));
        var outcome = planned.passTime(EVENING);

        assertThat(planned.find(next)).containsInstanceOf(Scheduled.class);
        assertThat(state(outcome).current()).singleElement().satisfies(one -> {
            assertThat(one).isInstanceOf(Active.class);
            assertThat(one.id()).isEqualTo(next);
        });
        assertThat(state(outcome).primary()).isEqualTo(FIRST);
        assertThat(changes(outcome)).containsExactlyInAnyOrder(Change.ENDED, Change.STARTED);
    }

    @Test
    void whatIsPlannedIsNotPrimaryBeforeItBegins() {
        var planned =
                state(worksIn(FIRST).grant(SECOND, new Grant(id(SECOND), STAFF, EVENING, null, true, null), NOON));

        assertThat(planned.primary()).isEqualTo(FIRST);
        assertThat(state(planned.passTime(EVENING)).primary()).isEqualTo(SECOND);
    }

    @Test
    void firmHeldLongestFollowsThePrimaryOne() {
        var works = worksIn(FIRST, SECOND, THIRD);

        for (var outcome : List.of(
                works.end(on(FIRST), Administrators.NONE, NOON), works.suspend(on(FIRST), Administrators.NONE, NOON))) {
            assertThat(state(outcome).primary()).isEqualTo(SECOND);
            assertThat(events(outcome)).last().isEqualTo(new PrimaryMoved(HOLDER, FIRST, SECOND));
        }
    }

    @Test
    void whoComesBackDoesNotTakeThePrimaryFirmBack() {
        var away = state(worksIn(FIRST, SECOND).suspend(on(FIRST), Administrators.NONE, NOON));

        var back = state(away.resume(on(FIRST), NOON));

        assertThat(back.primary()).isEqualTo(SECOND);
        assertThat(state(worksIn(FIRST).suspend(on(FIRST), Administrators.NONE, NOON))
                        .primary())
                .isNull();
    }

    @Test
    void whoLosesHisLastFirmHasNoPrimaryOne() {
        var outcome = worksIn(FIRST).end(on(FIRST), Administrators.NONE, NOON);

        assertThat(state(outcome)).isEqualTo(NOWHERE);
        assertThat(events(outcome)).last().isEqualTo(new PrimaryMoved(HOLDER, FIRST, null));
    }

    @Test
    void nothingEndsTwice() {
        assertThat(worksIn(FIRST).end(on(SECOND), Administrators.NONE, NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ASSIGNMENT_ENDED));
        var untilEvening = state(NOWHERE.grant(FIRST, grant(FIRST, NOON, EVENING), NOON));
        assertThat(untilEvening.end(on(FIRST), Administrators.NONE, EVENING))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ASSIGNMENT_ENDED));
    }

    @Test
    void timeEndsThingsToTheMinuteTheyWereMeantToEnd() {
        var untilEvening = state(NOWHERE.grant(FIRST, grant(FIRST, NOON, EVENING), NOON));

        var late = untilEvening.passTime(EVENING.plus(Duration.ofDays(3)));

        assertThat(events(late)).first().isInstanceOfSatisfying(Happened.class, ended -> {
            assertThat(ended.after())
                    .isInstanceOfSatisfying(
                            Assignment.Ended.class, end -> assertThat(end.at()).isEqualTo(EVENING));
            assertThat(ended.reason()).isNull();
        });
        assertThat(events(untilEvening.passTime(EVENING.minusMillis(1)))).isEmpty();
    }

    @Test
    void beginningStaysOnceItHasBegun() {
        var works = worksIn(FIRST);

        assertThat(works.change(on(FIRST), STAFF, Validity.since(EVENING), Administrators.NONE, NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ALREADY_STARTED));
        assertThat(works.suspend(on(FIRST), Administrators.NONE, NOON)).isInstanceOf(Accepted.class);
        assertThat(works.resume(on(FIRST), NOON)).isEqualTo(Outcome.refused(AssignmentRefusal.NOT_SUSPENDED));
    }

    @Test
    void lastAdministratorStays() {
        var works = state(NOWHERE.grant(FIRST, Grant.of(id(FIRST), ADMIN, true), NOON));
        var alone = new Administrators(Set.of(id(FIRST)), Set.of(id(FIRST)));
        var since = Validity.since(NOON);

        assertThat(List.of(
                        works.end(on(FIRST), alone, NOON),
                        works.suspend(on(FIRST), alone, NOON),
                        works.change(on(FIRST), STAFF, since, alone, NOON),
                        works.change(on(FIRST), levelled(AccessLevel.STANDARD), since, alone, NOON),
                        works.change(on(FIRST), ADMIN, new Validity(NOON, EVENING), alone, NOON)))
                .containsOnly(Outcome.refused(AssignmentRefusal.LAST_ADMINISTRATOR));
    }

    @Test
    void administratorWithAnEndIsNoneWhoStays() {
        var works = state(NOWHERE.grant(FIRST, Grant.of(id(FIRST), ADMIN, true), NOON));
        var withTemporary = new Administrators(Set.of(id(FIRST), COLLEAGUE), Set.of(id(FIRST)));
        var withAnother = new Administrators(Set.of(id(FIRST), COLLEAGUE), Set.of(id(FIRST), COLLEAGUE));

        assertThat(works.end(on(FIRST), withTemporary, NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.LAST_ADMINISTRATOR));
        assertThat(works.end(on(FIRST), withAnother, NOON)).isInstanceOf(Accepted.class);
    }

    @Test
    void primaryFirmIsOneOfOwn() {
        assertThat(worksIn(FIRST).choosePrimary(SECOND, NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.NOT_ASSIGNED));
        assertThat(events(worksIn(FIRST, SECOND).choosePrimary(FIRST, NOON))).isEmpty();
        assertThat(events(worksIn(FIRST, SECOND).choosePrimary(SECOND, NOON)))
                .containsExactly(new PrimaryMoved(HOLDER, FIRST, SECOND));
    }

    @Test
    void ownersAndTenantsAreLinkedToTheirRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(Role.OWNER, AccessLevel.STANDARD, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(Role.TENANT, AccessLevel.STANDARD, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(Role.OWNER, AccessLevel.STANDARD, new UUID(1, 1), new UUID(1, 1)));
    }

    private static UserAssignments worksIn(FirmId... firms) {
        var assignments = NOWHERE;
        for (int i = 0; i < firms.length; i++) {
            var from = NOON.minusSeconds(60 - i);
            assignments = state(assignments.grant(firms[i], grant(firms[i], from, null), NOON));
        }
        return assignments;
    }

    private static Grant grant(FirmId firm, boolean asPrimary) {
        return Grant.of(id(firm), STAFF, asPrimary);
    }

    private static Grant grant(FirmId firm, Instant from, @Nullable Instant until) {
        return new Grant(id(firm), STAFF, from, until, false, null);
    }

    private static Position levelled(AccessLevel level) {
        return new Position(Role.ADMIN, level, null, null);
    }

    private static On on(FirmId firm) {
        return new On(firm, id(firm), "because");
    }

    private static AssignmentId id(FirmId firm) {
        return new AssignmentId(firm.value());
    }

    private static List<Change> changes(Outcome<UserAssignments, AssignmentEvent> outcome) {
        return events(outcome).stream()
                .filter(Happened.class::isInstance)
                .map(event -> ((Happened) event).change())
                .toList();
    }

    private static UserAssignments state(Outcome<UserAssignments, AssignmentEvent> outcome) {
        return accepted(outcome).state();
    }

    private static List<AssignmentEvent> events(Outcome<UserAssignments, AssignmentEvent> outcome) {
        return accepted(outcome).events();
    }

    private static Accepted<UserAssignments, AssignmentEvent> accepted(
            Outcome<UserAssignments, AssignmentEvent> outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return (Accepted<UserAssignments, AssignmentEvent>) outcome;
    }
}
