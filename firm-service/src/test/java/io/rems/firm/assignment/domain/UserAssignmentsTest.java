package io.rems.firm.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.firm.assignment.domain.AssignmentEvent.Ended;
import io.rems.firm.assignment.domain.AssignmentEvent.Granted;
import io.rems.firm.assignment.domain.AssignmentEvent.PrimaryMoved;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserAssignmentsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Position STAFF = new Position(Role.STAFF, AccessLevel.STANDARD, null, null);
    private static final FirmId FIRST = new FirmId(new UUID(0, 1));
    private static final FirmId SECOND = new FirmId(new UUID(0, 2));
    private static final FirmId THIRD = new FirmId(new UUID(0, 3));
    private static final Holder HOLDER = new Holder(new UUID(1, 1), "Noor", "noor@firm.example", 4);
    private static final UserAssignments NONE = new UserAssignments(HOLDER, List.of(), null);

    @Test
    void firstFirmIsPrimaryThoughNobodyAsked() {
        var outcome = NONE.grant(id(FIRST), FIRST, STAFF, false, NOON);

        assertThat(state(outcome).primary()).isEqualTo(FIRST);
        assertThat(events(outcome))
                .containsExactly(
                        new Granted(HOLDER, state(outcome).active().getFirst(), true),
                        new PrimaryMoved(HOLDER, null, FIRST));
    }

    @Test
    void secondFirmIsPrimaryOnlyIfAsked() {
        var one = worksIn(FIRST);

        assertThat(state(one.grant(id(SECOND), SECOND, STAFF, false, NOON)).primary())
                .isEqualTo(FIRST);
        assertThat(state(one.grant(id(SECOND), SECOND, STAFF, true, NOON)).primary())
                .isEqualTo(SECOND);
    }

    @Test
    void nobodyWorksTwiceInOneFirm() {
        var outcome = worksIn(FIRST).grant(new AssignmentId(new UUID(9, 9)), FIRST, STAFF, true, NOON);

        assertThat(outcome).isEqualTo(Outcome.refused(AssignmentRefusal.ALREADY_ASSIGNED));
    }

    @Test
    void firmHeldLongestFollowsThePrimaryOne() {
        var outcome = worksIn(FIRST, SECOND, THIRD).end(FIRST, id(FIRST), NOON);

        assertThat(state(outcome).primary()).isEqualTo(SECOND);
        assertThat(events(outcome)).last().isEqualTo(new PrimaryMoved(HOLDER, FIRST, SECOND));
    }

    @Test
    void endingAnotherLeavesThePrimaryFirm() {
        var outcome = worksIn(FIRST, SECOND).end(SECOND, id(SECOND), NOON);

        assertThat(state(outcome).primary()).isEqualTo(FIRST);
        assertThat(events(outcome)).singleElement().isInstanceOf(Ended.class);
    }

    @Test
    void whoLosesHisLastFirmHasNoPrimaryOne() {
        var outcome = worksIn(FIRST).end(FIRST, id(FIRST), NOON);

        assertThat(state(outcome)).isEqualTo(NONE);
        assertThat(events(outcome)).last().isEqualTo(new PrimaryMoved(HOLDER, FIRST, null));
    }

    @Test
    void nothingEndsTwice() {
        assertThat(worksIn(FIRST).end(SECOND, id(SECOND), NOON))
                .isEqualTo(Outcome.refused(AssignmentRefusal.ASSIGNMENT_ENDED));
    }

    @Test
    void primaryFirmIsOneOfOwn() {
        assertThat(worksIn(FIRST).choosePrimary(SECOND)).isEqualTo(Outcome.refused(AssignmentRefusal.NOT_ASSIGNED));
        assertThat(events(worksIn(FIRST, SECOND).choosePrimary(FIRST))).isEmpty();
        assertThat(events(worksIn(FIRST, SECOND).choosePrimary(SECOND)))
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
        var assignments = NONE;
        for (int i = 0; i < firms.length; i++) {
            assignments = state(assignments.grant(id(firms[i]), firms[i], STAFF, false, NOON.plusSeconds(i)));
        }
        return assignments;
    }

    private static AssignmentId id(FirmId firm) {
        return new AssignmentId(firm.value());
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
