package io.rems.tenant.lease.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;
import static io.rems.tenant.lease.domain.LeaseRefusal.LEASE_NOT_ACTIVE;
import static io.rems.tenant.lease.domain.LeaseRefusal.LEASE_NOT_DRAFT;
import static io.rems.tenant.lease.domain.LeaseRefusal.LEASE_NOT_OVER;
import static io.rems.tenant.lease.domain.LeaseRefusal.TERMINATION_OUTSIDE_PERIOD;
import static io.rems.tenant.lease.domain.SampleLease.FIRST_DAY;
import static io.rems.tenant.lease.domain.SampleLease.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.tenant.lease.domain.LeaseEvent.LeaseActivated;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseEnded;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseTerminated;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final LeaseTerms terms = SampleLease.terms();

    @Test
    void draftBecomesActive() {
        var draft = new Lease.Draft(terms);

        var outcome = draft.activate();

        assertThat(outcome).isEqualTo(accepted(new Lease.Active(terms), new LeaseActivated(terms)));
    }

    @Test
    void onlyDraftsAreActivated() {
        var begun = List.of(
                new Lease.Active(terms), new Lease.Ended(terms), new Lease.Terminated(terms, FIRST_DAY, "Moved out"));

        assertThat(begun).allSatisfy(lease -> assertThat(lease.activate()).isEqualTo(refused(LEASE_NOT_DRAFT)));
    }

    @Test
    void leaseDoesNotEndBeforeItsLastDayHasPassed() {
        var lease = new Lease.Active(terms);

        assertThat(lease.end(LAST_DAY)).isEqualTo(refused(LEASE_NOT_OVER));
        assertThat(lease.end(LAST_DAY.plusDays(1))).isEqualTo(accepted(new Lease.Ended(terms), new LeaseEnded(terms)));
    }

    @Test
    void leaseIsTerminatedOnOneOfItsOwnDays() {
        var lease = new Lease.Active(terms);

        assertThat(lease.terminate(FIRST_DAY.minusDays(1), "Moved out")).isEqualTo(refused(TERMINATION_OUTSIDE_PERIOD));
        assertThat(lease.terminate(LAST_DAY.plusDays(1), "Moved out")).isEqualTo(refused(TERMINATION_OUTSIDE_PERIOD));
        assertThat(lease.terminate(LAST_DAY, "Moved out"))
                .isEqualTo(accepted(
                        new Lease.Terminated(terms, LAST_DAY, "Moved out"),
                        new LeaseTerminated(terms, LAST_DAY, "Moved out")));
    }

    @Test
    void onlyActiveLeasesEndOrAreTerminated() {
        var notActive = List.of(
                new Lease.Draft(terms), new Lease.Ended(terms), new Lease.Terminated(terms, FIRST_DAY, "Moved out"));

        assertThat(notActive).allSatisfy(lease -> {
            assertThat(lease.end(LAST_DAY.plusDays(1))).isEqualTo(refused(LEASE_NOT_ACTIVE));
            assertThat(lease.terminate(LAST_DAY, "Moved out")).isEqualTo(refused(LEASE_NOT_ACTIVE));
        });
    }
}
